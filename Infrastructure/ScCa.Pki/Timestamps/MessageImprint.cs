using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Timestamps;

/// <summary>The digest of what is to be stamped, RFC 3161 §2.4.1.</summary>
public sealed class MessageImprint : IEquatable<MessageImprint>
{
    private MessageImprint(string digestOid, ReadOnlyMemory<byte> digest) => (DigestOid, Digest) = (digestOid, digest);

    public string DigestOid { get; }

    public ReadOnlyMemory<byte> Digest { get; }

    /// <summary>Null where the hash is not known here.</summary>
    public DigestAlgorithm? Algorithm => DigestAlgorithm.Find(DigestOid);

    public static MessageImprint Of(DigestAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return new(algorithm.Oid, algorithm.HashData(data));
    }

    public static MessageImprint OfDigest(DigestAlgorithm algorithm, ReadOnlySpan<byte> digest)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return digest.Length == algorithm.SizeInBytes
            ? new(algorithm.Oid, digest.ToArray())
            : throw new ArgumentException("The digest is not as long as its algorithm's.", nameof(digest));
    }

    public bool Equals(MessageImprint? other) => other is not null && DigestOid == other.DigestOid && Digest.Span.SequenceEqual(other.Digest.Span);

    public override bool Equals(object? obj) => Equals(obj as MessageImprint);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Digest.Span);
        return hash.ToHashCode();
    }

    internal static MessageImprint Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var (oid, _) = AlgorithmIdentifier.Read(fields);
        var digest = fields.ReadOctetString();
        fields.RequireEmpty();
        return new(oid, digest);
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(AlgorithmIdentifier.Write(DigestOid));
            writer.WriteOctetString(Digest.Span);
        }
    }
}
