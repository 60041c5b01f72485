using System.Collections.Immutable;
using ScCa.Pki;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Profiles;

/// <summary>The extensions that point elsewhere, checked: they are the same in every certificate of one profile and one issuer.</summary>
internal sealed record Pointers(
    ImmutableArray<CertificatePolicy> Policies, ImmutableArray<string> Crl, ImmutableArray<string> DeltaCrl, ImmutableArray<string> Ocsp, ImmutableArray<string> Issuers)
{
    private const string IssuerPlace = "{issuer}";

    public static Pointers From(ProfileOptions options, SharedOptions shared, Action<string, string, string> tell)
    {
        var isRoot = options.Role == "root";
        // A root cannot say where its own status is: what is common to all is not meant for it.
        var crl = Checked(options.Crl ?? (isRoot ? [] : shared.Crl), "crl", tell);
        var deltaCrl = Checked(options.DeltaCrl ?? (isRoot ? [] : shared.DeltaCrl), "deltaCrl", tell);
        if (crl.IsEmpty && options.DeltaCrl is { Count: > 0 })
            tell("deltaCrl", "没有 crl，增量列表无所依据", "without crl there is no list that the changes are to");
        return new(
            PoliciesOf(options.Policies ?? shared.Policies, tell),
            crl,
            crl.IsEmpty ? [] : deltaCrl,
            Checked(options.Ocsp ?? (isRoot ? [] : shared.Ocsp), "ocsp", tell),
            Checked(options.Issuers ?? (isRoot ? [] : shared.Issuers), "issuers", tell));
    }

    public IEnumerable<Extension> ToExtensions(string issuer)
    {
        if (!Policies.IsEmpty)
            yield return CertificatePolicies.Of(Policies);
        if (!Crl.IsEmpty)
            yield return DistributionPoint.Of([.. Crl.Select(Filled)]);
        if (DeltasOf(issuer) is { Count: > 0 } deltas)
            yield return DistributionPoint.OfDelta(deltas);
        (string Method, string Uri)[] places =
            [.. Ocsp.Select(url => (Oids.AccessOcsp, Filled(url))), .. Issuers.Select(url => (Oids.AccessCaIssuers, Filled(url)))];
        if (places.Length > 0)
            yield return AuthorityInformationAccess.Of(places);

        string Filled(string url) => FilledWith(url, issuer);
    }

    /// <summary>Where the deltas to the issuer's whole lists are.</summary>
    public IReadOnlyList<string> DeltasOf(string issuer) => [.. DeltaCrl.Select(url => FilledWith(url, issuer))];

    private static string FilledWith(string url, string issuer) => url.Replace(IssuerPlace, issuer, StringComparison.Ordinal);

    private static ImmutableArray<CertificatePolicy> PoliciesOf(IReadOnlyList<PolicyOptions> policies, Action<string, string, string> tell)
    {
        var read = ImmutableArray.CreateBuilder<CertificatePolicy>();
        for (var i = 0; i < policies.Count; i++)
        {
            if (policies[i].Oid is not { } oid || !IsOid(oid))
                tell($"policies[{i}].oid", "需要点分十进制的 OID", "a dotted OID is needed");
            else if (policies[i].Cps is { } cps && !IsAsciiUrl(cps))
                tell($"policies[{i}].cps", "需要 http 或 https 的绝对地址", "an absolute address by http or https is needed");
            else
                read.Add(new(oid, policies[i].Cps));
        }

        if (read.DistinctBy(policy => policy.Oid).Count() != read.Count)
            tell("policies", "同一策略只能出现一次", "no policy stands twice");
        return read.ToImmutable();
    }

    // RFC 5280 §8: fetching revocation data over https would need that certificate's own revocation data first.
    private static ImmutableArray<string> Checked(IReadOnlyList<string> urls, string path, Action<string, string, string> tell)
    {
        for (var i = 0; i < urls.Count; i++)
        {
            if (!IsAsciiUrl(urls[i].Replace(IssuerPlace, "issuer", StringComparison.Ordinal)) || !urls[i].StartsWith("http://", StringComparison.Ordinal))
                tell($"{path}[{i}]", "需要以 http:// 开头的 ASCII 绝对地址", "an absolute ASCII address that begins with http:// is needed");
        }

        return [.. urls];
    }

    private static bool IsAsciiUrl(string url) =>
        url.All(c => c is > ' ' and < '\u007F') && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0;

    private static bool IsOid(string text)
    {
        try
        {
            new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER).WriteObjectIdentifier(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
