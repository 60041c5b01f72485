using System.Collections.Immutable;
using System.Formats.Asn1;
using ScCa.Pki.Algorithms;

namespace ScCa.Seals.Structures;

/// <summary>How a seal lists who may use it (certListType).</summary>
public enum SealSignersKind
{
    Certificates = 1,
    Digests = 2,
}

/// <summary>CertDigestObj: the digest of a signer's certificate.</summary>
/// <param name="Type">Free text, such as SM3.</param>
public sealed record SealSignersDigest(string Type, ReadOnlyMemory<byte> Value);

/// <summary>SES_CertList: the certificates whose holders may use the seal.</summary>
public sealed record SealSigners
{
    private const int CountMax = 1024;

    private SealSigners(SealSignersKind kind, ImmutableArray<ReadOnlyMemory<byte>> certificates, ImmutableArray<SealSignersDigest> digests) =>
        (Kind, Certificates, Digests) = (kind, certificates, digests);

    public SealSignersKind Kind { get; }

    /// <summary>DER, as they stand in the seal; empty where digests are listed.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>Empty where certificates are listed.</summary>
    public ImmutableArray<SealSignersDigest> Digests { get; }

    public static SealSigners Of(SealSignersKind kind, params IEnumerable<ReadOnlyMemory<byte>> certificates) => kind switch
    {
        SealSignersKind.Certificates => new(kind, [.. certificates], []),
        SealSignersKind.Digests => new(kind, [], [.. certificates.Select(c => new SealSignersDigest(DigestAlgorithm.Sm3.Name, DigestAlgorithm.Sm3.HashData(c.Span)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether the certificate is one of those listed, byte for byte or by its digest.</summary>
    public bool Lists(ReadOnlyMemory<byte> certificate) => Kind == SealSignersKind.Certificates
        ? Certificates.Any(listed => listed.Span.SequenceEqual(certificate.Span))
        : Digests.Any(listed => IsDigestOf(listed, certificate.Span));

    internal static SealSigners ReadCertificates(AsnReader reader) => new(SealSignersKind.Certificates, Each(reader.ReadSequence(), SealReading.Octets), []);

    internal static SealSigners ReadDigests(AsnReader reader) => new(SealSignersKind.Digests, [], Each(reader.ReadSequence(), ReadDigest));

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            foreach (var certificate in Certificates)
                writer.WriteOctetString(certificate.Span);
            foreach (var digest in Digests)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.PrintableString, digest.Type);
                    writer.WriteOctetString(digest.Value.Span);
                }
            }
        }
    }

    // The type is free text, so it may be a name, an object identifier or a vendor's own word: then the length decides, and never for a weak hash.
    private static bool IsDigestOf(SealSignersDigest listed, ReadOnlySpan<byte> certificate)
    {
        foreach (var algorithm in Named(listed.Type) is { } named ? [named] : new[] { DigestAlgorithm.Sm3, DigestAlgorithm.Sha256 })
        {
            if (algorithm.HashData(certificate).AsSpan().SequenceEqual(listed.Value.Span))
                return true;
        }

        return false;
    }

    private static DigestAlgorithm? Named(string type) => type.Trim().ToUpperInvariant() switch
    {
        "SM3" => DigestAlgorithm.Sm3,
        "SHA256" or "SHA-256" => DigestAlgorithm.Sha256,
        var text => DigestAlgorithm.Find(text) is { } found && found != DigestAlgorithm.Sha1 ? found : null,
    };

    private static SealSignersDigest ReadDigest(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var digest = new SealSignersDigest(fields.ReadCharacterString(UniversalTagNumber.PrintableString), SealReading.Octets(fields));
        fields.ThrowIfNotEmpty();
        return digest;
    }

    private static ImmutableArray<T> Each<T>(AsnReader values, Func<AsnReader, T> read)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        while (values.HasData)
        {
            if (list.Count == CountMax)
                throw new AsnContentException("There are too many certificates.");
            list.Add(read(values));
        }

        return list.ToImmutable();
    }
}
