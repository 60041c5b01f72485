using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Which of two would count?</summary>
internal sealed class ExtensionsStandOnce : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ExtensionsStandOnce), "RFC 5280 §4.2", LintRule.Rfc5280Published, LintedUses.All,
        "同一扩展只能出现一次。请检查证书模板。",
        "No extension stands twice. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        for (var i = 1; i < certificate.Extensions.Length; i++)
        {
            foreach (ref readonly var earlier in certificate.Extensions[..i])
            {
                if (earlier.Is(certificate.Extensions[i].Oid.Span))
                    return false;
            }
        }

        return true;
    }
}
