using System.Collections.Immutable;
using ScCa.Pki.Algorithms;

namespace ScCa.Seals.Verification;

/// <summary>What a seal was put on, to be digested with whatever algorithm the signature goes with.</summary>
public sealed class ProtectedContent
{
    private readonly Func<DigestAlgorithm, byte[]?> digest;

    private ProtectedContent(Func<DigestAlgorithm, byte[]?> digest) => this.digest = digest;

    /// <summary>The pieces one after another.</summary>
    public static ProtectedContent Of(params ImmutableArray<ReadOnlyMemory<byte>> pieces) => new(algorithm =>
    {
        using var hash = algorithm.Begin();
        foreach (var piece in pieces)
            hash.Append(piece.Span);
        return hash.GetHashAndReset();
    });

    /// <summary>A digest that the caller has; another algorithm's signature then does not verify.</summary>
    public static ProtectedContent OfDigest(DigestAlgorithm algorithm, ReadOnlyMemory<byte> value) => new(asked => asked == algorithm ? value.ToArray() : null);

    internal byte[]? DigestWith(DigestAlgorithm algorithm) => digest(algorithm);
}
