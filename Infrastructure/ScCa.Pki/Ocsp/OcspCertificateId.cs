using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Ocsp;

/// <summary>CertID, RFC 6960 §4.1.1: a certificate by hashes of its issuer's name and key, and its serial number. An answer repeats the bytes of the question.</summary>
/// <param name="Algorithm">SM3, SHA-1, SHA-256 or another that is known here; null where it is not.</param>
/// <param name="SerialNumber">The content octets of the INTEGER.</param>
public sealed record OcspCertificateId(
    ReadOnlyMemory<byte> Encoded, DigestAlgorithm? Algorithm, ReadOnlyMemory<byte> IssuerNameHash, ReadOnlyMemory<byte> IssuerKeyHash, ReadOnlyMemory<byte> SerialNumber)
{
    /// <summary>GM/T 0014 prefers SM3; many clients ask with SHA-1, where nothing rests on its strength.</summary>
    public static OcspCertificateId Of(OcspIssuer issuer, ReadOnlyMemory<byte> serialNumber, DigestAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(algorithm);
        var (name, key) = issuer.HashesBy(algorithm);
        var encoded = Writing.Sequence(writer =>
        {
            WriteAlgorithm(writer, algorithm);
            writer.WriteOctetString(name);
            writer.WriteOctetString(key);
            writer.WriteInteger(serialNumber.Span);
        });
        return new(encoded, algorithm, name, key, serialNumber);
    }

    internal static OcspCertificateId Read(AsnReader reader)
    {
        var encoded = reader.PeekEncodedValue();
        var fields = reader.ReadSequence();
        var algorithm = DigestAlgorithm.Read(fields);
        var id = new OcspCertificateId(encoded, algorithm, fields.ReadOctetString(), fields.ReadOctetString(), fields.ReadIntegerBytes());
        fields.RequireEmpty();
        return id;
    }

    public bool Equals(OcspCertificateId? other) => other is not null && Encoded.Span.SequenceEqual(other.Encoded.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Encoded.Span);
        return hash.ToHashCode();
    }

    // RFC 8954 and the old clients write SHA-1 with NULL; SM3 stands alone.
    private static void WriteAlgorithm(AsnWriter writer, DigestAlgorithm algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm.Oid);
            if (algorithm == DigestAlgorithm.Sha1)
                writer.WriteNull();
        }
    }
}
