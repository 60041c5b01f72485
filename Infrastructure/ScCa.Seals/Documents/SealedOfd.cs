using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;
using ScCa.Seals.Ofd;
using ScCa.Seals.Sealing;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Documents;

/// <summary>Seals OFD documents (GB/T 33190, GM/T 0099) and verifies every signature on one. Earlier signatures stay as they are.</summary>
public static class SealedOfd
{
    /// <exception cref="SealRefusedException">Seal, certificate, document or place may not be used so.</exception>
    public static PendingSealedDocument Begin(OfdPackage package, OfdSealing sealing, SealTrust trust)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(sealing);
        ArgumentNullException.ThrowIfNull(trust);
        var algorithm = SignatureAlgorithm.For(sealing.Signer.PublicKey.Kind);
        var pending = OfdSigning.Begin(package, new OfdSigningRequest(OfdSignatureKind.Seal, sealing.At, sealing.Provider)
        {
            SignatureMethod = algorithm.Oid,
            Seal = sealing.Seal.Encoded,
            Stamps = sealing.Stamps,
            DocumentIndex = sealing.DocumentIndex,
            IsLast = sealing.IsLast,
        });
        var request = new SealingRequest(sealing.Seal, sealing.Signer, algorithm.Digest.HashData(pending.SignatureXml.Span), pending.PropertyInfo, sealing.At);
        return new PendingSealedDocument(SealSigning.Begin(request, trust), value => pending.Complete(value.Span));
    }

    /// <summary>A plain signature without a seal (Type=Sign): a message of GB/T 35275 that holds the digest of Signature.xml.</summary>
    /// <exception cref="SealRefusedException">The document is closed.</exception>
    public static byte[] SignPlainly(OfdPackage package, MessageSigner signer, DateTimeOffset at, OfdProvider provider)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var request = new OfdSigningRequest(OfdSignatureKind.Sign, at, provider) { SignatureMethod = signer.Key.Algorithm.Oid };
        var pending = OfdSigning.Begin(package, request);
        return pending.Complete(SignedDataContent.OfDigest(MessageProfile.GmT0010, pending.SignatureXml.Span, signer).Sign());
    }

    /// <summary>Every signature of the document, step by step. Nothing in the document makes it throw.</summary>
    public static SealedDocumentVerdict Verify(ReadOnlyMemory<byte> document, SealTrust trust, OfdLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(trust);
        try
        {
            var package = OfdPackage.Read(document, limits);
            return new([.. package.Signatures.Select(s => new DocumentSignatureVerdict(s.Id, s.Kind == OfdSignatureKind.Seal, Verify(package, s, trust)))]);
        }
        catch (SealRefusedException refused)
        {
            return new([]) { Refused = refused };
        }
    }

    private static SealVerdict Verify(OfdPackage package, OfdSignature signature, SealTrust trust)
    {
        var sheet = new StepSheet();
        var report = package.CheckReferences(signature);
        sheet.Tell(SealStep.DocumentIntegrity, IntegrityFailure(report));
        sheet.Tell(SealStep.DocumentCoverage, report.UnprotectedFiles.IsEmpty || trust.Policy.AcceptsUnprotectedFiles ? null : SealFinding.FileUnprotected);
        if (signature.SignedValue is not { } value)
        {
            sheet.Fail(SealStep.SignatureFormat, SealFinding.FileMissing);
            return sheet.Finish(SealFinding.NotReached);
        }

        if (signature.Kind == OfdSignatureKind.Sign)
            return new MessageVerification(value, signature.SignatureXml.ToArray(), trust, sheet).Run();
        var subject = new SignatureSubject(ProtectedContent.Of(signature.SignatureXml), signature.PropertyInfo)
        {
            SealFile = signature.Seal,
            IsSealFileMissing = signature.SealPath is not null && signature.Seal is null,
        };
        return SealVerifier.VerifySignature(value, subject, trust, sheet);
    }

    private static SealFinding? IntegrityFailure(OfdReferenceReport report)
    {
        if (report.IsIntact)
            return null;
        return report.References.Any(r => r.State == OfdReferenceState.Missing) ? SealFinding.FileMissing : SealFinding.FileChanged;
    }
}
