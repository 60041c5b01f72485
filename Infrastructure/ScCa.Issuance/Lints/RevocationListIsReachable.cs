using System.Formats.Asn1;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>A list behind https would need its own revocation data to be fetched; one without an address cannot be fetched at all.</summary>
internal sealed class RevocationListIsReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RevocationListIsReachable), "RFC 5280 §4.2.1.13, §8", LintRule.Rfc5280Published,
        "cRLDistributionPoints 只能给出 http 地址。请检查证书模板的配置。",
        "cRLDistributionPoints gives http addresses only. Check the profile's settings.");

    // DistributionPoint: distributionPoint [0] { fullName [0] { uniformResourceIdentifier [6] } }
    private static readonly Asn1Tag Name = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (certificate.Find(Oids.CrlDistributionPoints) is not { } extension)
            return true;
        var points = new AsnReader(extension.Value, AsnEncodingRules.DER).ReadSequence();
        var isReachable = points.HasData;
        while (points.HasData)
            isReachable &= HasHttpOnly(points.ReadSequence().ReadSequence(Name).ReadSequence(Name));
        return isReachable;
    }

    private static bool HasHttpOnly(AsnReader names)
    {
        var isHttp = names.HasData;
        while (names.HasData)
            isHttp &= names.ReadCharacterString(UniversalTagNumber.IA5String, Uri).StartsWith("http://", StringComparison.Ordinal);
        return isHttp;
    }
}
