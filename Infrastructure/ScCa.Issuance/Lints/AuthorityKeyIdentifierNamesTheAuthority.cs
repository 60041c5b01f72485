using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Tells apart authorities, or keys of one authority, under the same name.</summary>
internal sealed class AuthorityKeyIdentifierNamesTheAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AuthorityKeyIdentifierNamesTheAuthority), "RFC 5280 §4.2.1.1; GM/T 0015", LintRule.Rfc5280Published, LintedUses.All & ~LintedUses.Root,
        "authorityKeyIdentifier 必须只含 CA 证书的 subjectKeyIdentifier，且不是关键扩展。请检查 CA 证书。",
        "authorityKeyIdentifier holds the CA certificate's subjectKeyIdentifier alone and is not critical. Check the CA certificate.");

    // AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0] IMPLICIT OCTET STRING OPTIONAL, … }
    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.AuthorityKeyIdentifier, out var extension) || extension.IsCritical)
            return false;
        var fields = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var names = fields.Read(DerTags.Implicit0).SequenceEqual(issuer.SubjectKeyIdentifier.Span);
        return names && !fields.HasData;
    }
}
