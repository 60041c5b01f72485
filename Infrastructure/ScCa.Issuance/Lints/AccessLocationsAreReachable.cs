using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Where status is asked for and the issuer is fetched from, without needing another certificate first.</summary>
internal sealed class AccessLocationsAreReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AccessLocationsAreReachable), "RFC 5280 §4.2.2.1, §8", LintRule.Rfc5280Published, LintedUses.All,
        "authorityInfoAccess 只能含 OCSP 和 caIssuers 的 http 地址，且不是关键扩展。请检查证书模板的配置。",
        "authorityInfoAccess gives http addresses of OCSP and caIssuers only. Check the profile's settings.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.AuthorityInformationAccess, out var extension))
            return true;
        var places = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var isReachable = places.HasData;
        while (places.HasData)
            isReachable &= IsReachable(places.Read(DerTags.Sequence));
        return isReachable;
    }

    private static bool IsReachable(ReadOnlySpan<byte> place)
    {
        var fields = new DerReader(place);
        var method = fields.Read(DerTags.Oid);
        var isKnown = method.SequenceEqual(OidOctets.AccessOcsp) || method.SequenceEqual(OidOctets.AccessCaIssuers);
        var isHttp = fields.Read(DerTags.Uri).StartsWith("http://"u8);
        fields.End();
        return isKnown && isHttp;
    }
}
