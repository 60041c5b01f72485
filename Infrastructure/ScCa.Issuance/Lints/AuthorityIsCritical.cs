using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Whoever overlooks that a certificate is a CA's must reject it.</summary>
internal sealed class AuthorityIsCritical : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AuthorityIsCritical), "RFC 5280 §4.2.1.9", LintRule.Rfc5280Published, LintedUses.Authorities,
        "CA 证书的 basicConstraints 必须存在、为关键扩展，且 cA 为 TRUE。请检查证书模板。",
        "A CA has basicConstraints, critical, that say cA TRUE. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.BasicConstraints, out var extension) || !extension.IsCritical)
            return false;
        var fields = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        return fields.Read(DerTags.Boolean) is [0xFF];
    }
}
