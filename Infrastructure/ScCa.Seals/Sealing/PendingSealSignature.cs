using ScCa.Pki.Algorithms;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Sealing;

/// <summary>A seal signature that lacks nothing but its value.</summary>
public sealed class PendingSealSignature
{
    private readonly SealingRequest request;
    private readonly byte[] toBeSigned;

    internal PendingSealSignature(SealingRequest request, SignatureAlgorithm algorithm, byte[] toBeSigned) => (this.request, Algorithm, this.toBeSigned) = (request, algorithm, toBeSigned);

    public SignatureAlgorithm Algorithm { get; }

    /// <summary>TBS_Sign: what the holder's key signs; SM2 under the default identity.</summary>
    public ReadOnlyMemory<byte> ToBeSigned => toBeSigned;

    /// <exception cref="SealRefusedException">The value is not the signer's over <see cref="ToBeSigned"/>.</exception>
    public SealSignature Complete(ReadOnlyMemory<byte> signatureValue)
    {
        if (!request.Signer.PublicKey.Verify(Algorithm, toBeSigned, signatureValue.Span))
            throw new SealRefusedException(SealRefusal.SignatureValueWrong);
        return SealSignature.Read(request.Seal.Version == SealVersion.V1
            ? SealEncoding.SignatureOfV1(toBeSigned, signatureValue)
            : SealEncoding.Signature(toBeSigned, request.Signer.Encoded, Algorithm.Oid, signatureValue, timestamp: null));
    }
}
