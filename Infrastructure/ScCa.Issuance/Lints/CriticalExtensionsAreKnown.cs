using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A critical extension that a verifier does not know makes it reject the certificate.</summary>
internal sealed class CriticalExtensionsAreKnown : ILint
{
    public LintRule Rule { get; } = new(
        nameof(CriticalExtensionsAreKnown), "RFC 5280 §4.2", LintRule.Rfc5280Published, LintedUses.All,
        "只有 keyUsage、basicConstraints 和时间戳服务的 extKeyUsage 可以标为关键扩展。请检查证书模板。",
        "Only keyUsage, basicConstraints and a timestamp authority's extKeyUsage are marked critical. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var extension in certificate.Extensions)
        {
            if (extension.IsCritical && !extension.Is(OidOctets.KeyUsage) && !extension.Is(OidOctets.BasicConstraints) && !IsOfTimestamps(extension))
                return false;
        }

        return true;
    }

    private static bool IsOfTimestamps(in LintedExtension extension) => extension.Is(OidOctets.ExtendedKeyUsage) && Purposes.Is(extension, OidOctets.TimeStamping);
}
