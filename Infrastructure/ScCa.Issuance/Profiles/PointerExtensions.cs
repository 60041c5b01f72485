using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Profiles;

/// <summary>The extensions that point elsewhere, made once from checked settings: they are the same in every certificate.</summary>
internal static class PointerExtensions
{
    public static ImmutableArray<X509Extension> From(ProfileOptions options)
    {
        var extensions = ImmutableArray.CreateBuilder<X509Extension>();
        if (Checked(options.CrlUrls, nameof(options.CrlUrls)) is { Count: > 0 } crls)
            extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(crls));
        var ocsp = Checked(options.OcspUrls, nameof(options.OcspUrls));
        var issuers = Checked(options.IssuerUrls, nameof(options.IssuerUrls));
        if (ocsp.Count + issuers.Count > 0)
            extensions.Add(new X509AuthorityInformationAccessExtension(ocsp, issuers));
        if (Policy(options) is { } policy)
            extensions.Add(policy);
        return extensions.ToImmutable();
    }

    // RFC 5280 §8: fetching revocation data over https would need that certificate's own revocation data first.
    private static IReadOnlyList<string> Checked(IReadOnlyList<string> urls, string setting)
    {
        foreach (var url in urls)
        {
            if (!IsAsciiUrl(url) || !url.StartsWith("http://", StringComparison.Ordinal))
                throw AuthorityRefusals.ProfileInvalid(setting, "需要以 http:// 开头的 ASCII 绝对地址", "absolute ASCII addresses that begin with http:// are needed");
        }

        return urls;
    }

    private static X509Extension? Policy(ProfileOptions options)
    {
        if (options.CpsUrl is { } cps && (options.PolicyOid is null || !IsAsciiUrl(cps)))
            throw AuthorityRefusals.ProfileInvalid(nameof(options.CpsUrl), "需要绝对地址，并且要有 PolicyOid", "an absolute address, and a PolicyOid, are needed");
        if (options.PolicyOid is not { } oid)
            return null;
        try
        {
            return new X509Extension(Oids.CertificatePolicies, EncodePolicy(oid, options.CpsUrl), critical: false);
        }
        catch (ArgumentException)
        {
            throw AuthorityRefusals.ProfileInvalid(nameof(options.PolicyOid), "需要点分十进制的 OID", "a dotted OID is needed");
        }
    }

    // RFC 5280 §4.2.1.4: one PolicyInformation, with a CPS pointer where there is one.
    private static byte[] EncodePolicy(string oid, string? cpsUrl)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (cpsUrl is not null)
            {
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.CpsQualifier);
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, cpsUrl);
                }
            }
        }

        return writer.Encode();
    }

    private static bool IsAsciiUrl(string url) =>
        url.All(c => c is > ' ' and < '\u007F') && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0;
}
