using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Documents;

/// <summary>A sealed document that lacks nothing but its seal signature.</summary>
public sealed class PendingSealedDocument
{
    private readonly Func<ReadOnlyMemory<byte>, byte[]> complete;

    internal PendingSealedDocument(PendingSealSignature signature, Func<ReadOnlyMemory<byte>, byte[]> complete) => (Signature, this.complete) = (signature, complete);

    /// <summary>To be signed by the holder's key, completed, and given a timestamp where one is wanted.</summary>
    public PendingSealSignature Signature { get; }

    /// <summary>The sealed document.</summary>
    /// <exception cref="SealRefusedException">The place that was kept for the signature is too small.</exception>
    /// <exception cref="ArgumentException">The signature is not that of <see cref="Signature"/>.</exception>
    public byte[] Finish(SealSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.ToBeSigned.Span.SequenceEqual(Signature.ToBeSigned.Span)
            ? complete(signature.Encoded)
            : throw new ArgumentException("The signature is of another document.", nameof(signature));
    }
}
