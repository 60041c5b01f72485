using ScCa.Pki.Algorithms;
using ScCa.Pki.Timestamps;

namespace ScCa.Seals.Verification;

/// <summary>What a timestamp is about.</summary>
internal static class Imprints
{
    public static bool IsOf(MessageImprint imprint, ReadOnlySpan<byte> data) =>
        imprint.Algorithm is { } algorithm && algorithm != DigestAlgorithm.Sha1 && imprint.Equals(MessageImprint.Of(algorithm, data));

    /// <summary>V1 does not say what a timestamp in timeInfo is about: the document, whose digest the signature holds, or that digest.</summary>
    public static bool IsOfDocument(MessageImprint imprint, ReadOnlySpan<byte> documentDigest) =>
        imprint.Digest.Span.SequenceEqual(documentDigest) || IsOf(imprint, documentDigest);
}
