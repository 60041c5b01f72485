using ScCa.Pki.Algorithms;
using ScCa.Pki.Timestamps;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Sealing;

/// <summary>The timestamp on a seal signature: asked for over the signature's value, and put in.</summary>
public static class SignatureStamping
{
    /// <exception cref="SealRefusedException">V1 has no place for it.</exception>
    public static TimestampRequest RequestFor(SealSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        RefuseV1(signature);
        return TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, signature.SignatureValue.Span));
    }

    /// <summary>The signature with the timestamp; nothing that is signed changes.</summary>
    /// <exception cref="SealRefusedException">The token is about something else.</exception>
    public static SealSignature WithTimestamp(this SealSignature signature, ReadOnlyMemory<byte> token)
    {
        ArgumentNullException.ThrowIfNull(signature);
        RefuseV1(signature);
        return StampSteps.Read(token) is { } read && Imprints.IsOf(read.Info.Imprint, signature.SignatureValue.Span)
            ? signature.With(token)
            : throw new SealRefusedException(SealRefusal.TimestampUnfit);
    }

    private static void RefuseV1(SealSignature signature)
    {
        if (signature.Version == SealVersion.V1)
            throw new SealRefusedException(SealRefusal.SealVersionUnfit);
    }
}
