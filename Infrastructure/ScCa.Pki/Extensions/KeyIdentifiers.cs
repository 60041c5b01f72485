using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>The two extensions that say which key a certificate is for, and by which key it is signed.</summary>
public static class KeyIdentifiers
{
    /// <summary>RFC 5280 §4.2.1.2 (1): SHA-1 of the key's bits.</summary>
    public static byte[] Of(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return DigestAlgorithm.Sha1.HashData(key.KeyBits.Span);
    }

    public static Extension OfSubject(ReadOnlyMemory<byte> identifier) =>
        new(Oids.SubjectKeyIdentifier, IsCritical: false, Writing.Der(writer => writer.WriteOctetString(identifier.Span)));

    /// <summary>GM/T 0015 wants the key identifier's form.</summary>
    public static Extension OfAuthority(ReadOnlyMemory<byte> identifier) =>
        new(Oids.AuthorityKeyIdentifier, IsCritical: false, Writing.Sequence(writer => writer.WriteOctetString(identifier.Span, Reading.Context(0))));

    internal static ReadOnlyMemory<byte> ReadSubject(AsnReader reader) => reader.ReadOctetString();
}
