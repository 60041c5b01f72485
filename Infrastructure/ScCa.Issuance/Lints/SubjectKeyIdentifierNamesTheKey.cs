using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The identifier helps to find a certificate; nothing is trusted because of it.</summary>
internal sealed class SubjectKeyIdentifierNamesTheKey : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectKeyIdentifierNamesTheKey), "RFC 5280 §4.2.1.2 (1)", LintRule.Rfc5280Published, LintedUses.All,
        "subjectKeyIdentifier 必须是公钥比特串的 SHA-1。请检查证书模板。",
        "subjectKeyIdentifier is the SHA-1 of the public key's bits. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.SubjectKeyIdentifier, out var identifier) || identifier.IsCritical)
            return false;
        Span<byte> name = stackalloc byte[SHA1.HashSizeInBytes];
        NameKey(certificate.Key.Bits.Span, name);
        return DerReader.Only(identifier.Value.Span, DerTags.OctetString).SequenceEqual(name);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 5280 §4.2.1.2 (1) makes the name of a key with SHA-1; it protects nothing.")]
    private static void NameKey(ReadOnlySpan<byte> keyBits, Span<byte> name) => SHA1.HashData(keyBits, name);
}
