using ScCa.Pki.Algorithms;
using ScCa.Seals.Pdf;
using ScCa.Seals.Pictures;
using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Documents;

/// <summary>Seals PDF documents (GM/T 0112) and verifies every signature on one. Earlier signatures stay as they are.</summary>
public static class SealedPdf
{
    private const string SealSubFilter = "GM.sm2seal";
    private const string MessageSubFilter = "GM.sm2cms.detached";

    // Beside seal and certificate: the signature, and a timestamp with the certificates that come with it.
    private const int SignatureAndTimestampMax = 16 * 1024;

    /// <exception cref="SealRefusedException">Seal, certificate, document, place or picture may not be used so.</exception>
    public static PendingSealedDocument Begin(PdfDocument document, PdfSealing sealing, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sealing);
        ArgumentNullException.ThrowIfNull(trust);
        var algorithm = SignatureAlgorithm.For(sealing.Signer.PublicKey.Kind);
        // The digest is known only for SM3 before the value is: keys that go with another hash have no place in a seal on a PDF.
        if (algorithm.Digest != DigestAlgorithm.Sm3)
            throw new SealRefusedException(SealRefusal.SignerCertificateUnfit);
        var pending = PdfSigning.Begin(document, RequestOf(sealing));
        var request = new SealingRequest(sealing.Seal, sealing.Signer, pending.DigestOfByteRange, pending.ByteRange.ToString(), sealing.At);
        return new PendingSealedDocument(SealSigning.Begin(request, trust), value => pending.Complete(value.Span));
    }

    /// <summary>Every signature of the document, step by step. Nothing in the document makes it throw.</summary>
    public static SealedDocumentVerdict Verify(ReadOnlyMemory<byte> document, SealTrust trust, PdfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(trust);
        try
        {
            return new([.. PdfDocument.Read(document, limits).Signatures.Select(s => new DocumentSignatureVerdict(s.FieldName, IsSeal(s), Verify(s, trust)))]);
        }
        catch (SealRefusedException refused)
        {
            return new([]) { Refused = refused };
        }
    }

    private static PdfSigningRequest RequestOf(PdfSealing sealing)
    {
        var request = new PdfSigningRequest(sealing.At)
        {
            SubFilter = SealSubFilter,
            ContentsSize = sealing.Seal.Encoded.Length + sealing.Signer.Encoded.Length + SignatureAndTimestampMax,
            Placement = sealing.Placement,
            Look = sealing.Placement is null ? null : sealing.Look ?? OwnLook(sealing.Seal.Content.Picture),
            SignerName = sealing.Seal.Content.Property.Name,
            Reason = sealing.Reason,
        };
        return sealing.Filter is { } filter ? request with { Filter = filter } : request;
    }

    private static SealPicture OwnLook(SealPictureContent picture) => SealPicture.Take(picture.Data);

    private static bool IsSeal(PdfSignature signature) => !string.Equals(signature.SubFilter, MessageSubFilter, StringComparison.OrdinalIgnoreCase);

    private static SealVerdict Verify(PdfSignature signature, SealTrust trust)
    {
        var sheet = new StepSheet();
        sheet.Tell(SealStep.DocumentCoverage, signature.Coverage.IsSound ? null : SealFinding.FileUnprotected);
        return IsSeal(signature)
            ? SealVerifier.VerifySignature(signature.Contents, new SignatureSubject(ProtectedContent.Of(signature.SignedBytes()), null), trust, sheet)
            : new MessageVerification(signature.Contents, signature.SignedBytes(), trust, sheet).Run();
    }
}
