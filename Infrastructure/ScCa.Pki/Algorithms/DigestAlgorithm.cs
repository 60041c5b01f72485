using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Asn1;
using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

/// <summary>A hash function by its object identifier.</summary>
public sealed class DigestAlgorithm
{
    private delegate void Hash(ReadOnlySpan<byte> source, Span<byte> destination);

    private readonly Hash hash;
    private readonly Func<IncrementalDigest> begin;

    private DigestAlgorithm(string name, string oid, int sizeInBytes, Hash hash, Func<IncrementalDigest> begin)
    {
        (Name, Oid, SizeInBytes, this.hash, this.begin) = (name, oid, sizeInBytes, hash, begin);
        Identifier = Writing.Sequence(writer => writer.WriteObjectIdentifier(oid));
    }

    public static DigestAlgorithm Sm3 { get; } = new("SM3", Oids.Sm3, 32, (source, destination) => Signing.Sm3.HashData(source, destination), () => new IncrementalDigest(new Sm3Hash()));

    public static DigestAlgorithm Sha256 { get; } = Framework("SHA-256", Oids.Sha256, 32, HashAlgorithmName.SHA256);

    public static DigestAlgorithm Sha384 { get; } = Framework("SHA-384", Oids.Sha384, 48, HashAlgorithmName.SHA384);

    public static DigestAlgorithm Sha512 { get; } = Framework("SHA-512", Oids.Sha512, 64, HashAlgorithmName.SHA512);

    /// <summary>For names and key identifiers only: RFC 6960 §4.1.1 and RFC 5280 §4.2.1.2 use it where nothing rests on its strength.</summary>
    public static DigestAlgorithm Sha1 { get; } = Framework("SHA-1", Oids.Sha1, 20, HashAlgorithmName.SHA1);

    private static IReadOnlyList<DigestAlgorithm> All { get; } = [Sm3, Sha256, Sha384, Sha512, Sha1];

    public string Name { get; }

    public string Oid { get; }

    public int SizeInBytes { get; }

    /// <summary>AlgorithmIdentifier, DER, without parameters.</summary>
    public ReadOnlyMemory<byte> Identifier { get; }

    public static DigestAlgorithm? Find(string oid) => All.FirstOrDefault(algorithm => algorithm.Oid == oid);

    public byte[] HashData(ReadOnlySpan<byte> source)
    {
        var digest = new byte[SizeInBytes];
        hash(source, digest);
        return digest;
    }

    /// <summary>Writes <see cref="SizeInBytes"/> bytes.</summary>
    public void HashData(ReadOnlySpan<byte> source, Span<byte> destination) => hash(source, destination);

    /// <summary>For what comes in pieces.</summary>
    public IncrementalDigest Begin() => begin();

    /// <summary>Reads an AlgorithmIdentifier with absent or NULL parameters; null where the hash is not known here.</summary>
    internal static DigestAlgorithm? Read(AsnReader reader)
    {
        var identifier = AlgorithmIdentifier.Read(reader);
        return identifier.HasNoParameters ? Find(identifier.Oid) : null;
    }

    public override string ToString() => Name;

    private static DigestAlgorithm Framework(string name, string oid, int sizeInBytes, HashAlgorithmName algorithm) => new(
        name, oid, sizeInBytes, (source, destination) => CryptographicOperations.HashData(algorithm, source, destination),
        () => new IncrementalDigest(IncrementalHash.CreateHash(algorithm)));
}
