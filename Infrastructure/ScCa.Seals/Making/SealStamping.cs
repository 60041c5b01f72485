using ScCa.Pki.Algorithms;
using ScCa.Pki.Timestamps;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Making;

/// <summary>The timestamp on a seal, GM/T 0031-2025: asked for over the maker's signature value, and put in.</summary>
public static class SealStamping
{
    /// <exception cref="SealRefusedException">Only V5 has a timestamp.</exception>
    public static TimestampRequest RequestFor(ElectronicSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        RefuseOtherVersions(seal);
        return TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, seal.SignatureValue.Span));
    }

    /// <summary>The seal with the timestamp; nothing that is signed changes.</summary>
    /// <exception cref="SealRefusedException">The token is about something else, or stamps an earlier time than the seal's making.</exception>
    public static ElectronicSeal WithTimestamp(this ElectronicSeal seal, ReadOnlyMemory<byte> token)
    {
        ArgumentNullException.ThrowIfNull(seal);
        RefuseOtherVersions(seal);
        if (StampSteps.Read(token) is not { } read || !Imprints.IsOf(read.Info.Imprint, seal.SignatureValue.Span) || read.Info.Time < seal.Content.Property.CreateDate)
            throw new SealRefusedException(SealRefusal.TimestampUnfit);
        return ElectronicSeal.ReadInPlace(
            SealEncoding.Seal(seal.Version, seal.EncodedContent.Span, seal.MakerCertificate, seal.SignatureAlgorithm, seal.SignatureValue, token));
    }

    private static void RefuseOtherVersions(ElectronicSeal seal)
    {
        if (seal.Version != SealVersion.V5)
            throw new SealRefusedException(SealRefusal.SealVersionUnfit);
    }
}
