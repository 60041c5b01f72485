using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>The identifier helps to find a certificate; nothing is trusted because of it.</summary>
[SuppressMessage("Security", "CA5350", Justification = "RFC 5280 §4.2.1.2 (1) makes the name of a key with SHA-1; it protects nothing.")]
internal sealed class SubjectKeyIdentifierNamesTheKey : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectKeyIdentifierNamesTheKey), "RFC 5280 §4.2.1.2 (1)", LintRule.Rfc5280Published,
        "subjectKeyIdentifier 必须是公钥比特串的 SHA-1。请检查证书模板。",
        "subjectKeyIdentifier is the SHA-1 of the public key's bits. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Find(Oids.SubjectKeyIdentifier) is { IsCritical: false } identifier
        && new AsnReader(identifier.Value, AsnEncodingRules.DER).ReadOctetString().AsSpan().SequenceEqual(SHA1.HashData(KeyBits(certificate)));

    private static byte[] KeyBits(ToBeSigned certificate)
    {
        var key = new AsnReader(certificate.SubjectPublicKeyInfo, AsnEncodingRules.DER).ReadSequence();
        key.ReadEncodedValue();
        return key.ReadBitString(out _);
    }
}
