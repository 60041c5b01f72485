using System.Formats.Asn1;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>Tells apart authorities, or keys of one authority, under the same name.</summary>
internal sealed class AuthorityKeyIdentifierNamesTheAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AuthorityKeyIdentifierNamesTheAuthority), "RFC 5280 §4.2.1.1", LintRule.Rfc5280Published,
        "authorityKeyIdentifier 必须只含 CA 证书的 subjectKeyIdentifier，且不是关键扩展。请检查 CA 证书。",
        "authorityKeyIdentifier holds the CA certificate's subjectKeyIdentifier alone and is not critical. Check the CA certificate.");

    // AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0] IMPLICIT OCTET STRING OPTIONAL, … }
    private static readonly Asn1Tag KeyIdentifier = new(TagClass.ContextSpecific, 0);

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (certificate.Find(Oids.AuthorityKeyIdentifier) is not { IsCritical: false } extension)
            return false;
        var fields = new AsnReader(extension.Value, AsnEncodingRules.DER).ReadSequence();
        var names = fields.ReadOctetString(KeyIdentifier).AsSpan().SequenceEqual(issuer.SubjectKeyIdentifier.Span);
        return names && !fields.HasData;
    }
}
