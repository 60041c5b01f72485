using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A list behind https would need its own revocation data to be fetched; one without an address cannot be fetched at all.</summary>
internal sealed class RevocationListIsReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RevocationListIsReachable), "RFC 5280 §4.2.1.13, §8", LintRule.Rfc5280Published, LintedUses.All,
        "cRLDistributionPoints 只能给出 http 地址。请检查证书模板的配置。",
        "cRLDistributionPoints gives http addresses only. Check the profile's settings.");

    // DistributionPoint: distributionPoint [0] { fullName [0] { uniformResourceIdentifier [6] } }
    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.CrlDistributionPoints, out var extension))
            return true;
        var points = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var isReachable = points.HasData;
        while (points.HasData)
            isReachable &= HasHttpOnly(points.Read(DerTags.Sequence));
        return isReachable;
    }

    private static bool HasHttpOnly(ReadOnlySpan<byte> point)
    {
        var fields = new DerReader(point);
        var names = new DerReader(DerReader.Only(fields.Read(DerTags.Explicit0), DerTags.Explicit0));
        var isHttp = names.HasData;
        while (names.HasData)
            isHttp &= names.Read(DerTags.Uri).StartsWith("http://"u8);
        return isHttp;
    }
}
