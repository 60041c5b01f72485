using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>The steps about a seal signature and the seal within.</summary>
internal sealed class SignatureVerification(SealSignature signature, SignatureSubject subject, SealTrust trust, StepSheet sheet)
{
    private static readonly CertificateSteps Signer = CertificateSteps.Signer;

    public SealVerdict Run()
    {
        sheet.Pass(SealStep.SignatureFormat);
        var algorithm = SignatureAlgorithm.Find(signature.SignatureAlgorithm);
        var stamp = new SignatureTimestampSteps(signature, trust, sheet).Run();
        var signedAt = stamp.TrustedTime ?? stamp.SaidTime;
        TellDigest(algorithm);
        TellSigner(algorithm, signedAt, isTimeTrusted: stamp.TrustedTime is not null);
        sheet.Tell(SealStep.SignerListed, signature.Seal.Content.Property.Signers.Lists(signature.SignerCertificate) ? null : SealFinding.SignerNotListed);
        if (signature.Version == SealVersion.V1)
            sheet.Leave(SealStep.SignatureExtensions, SealFinding.NotInThisVersion);
        else
            sheet.Tell(SealStep.SignatureExtensions, ExtensionSteps.Failure(signature.Extensions, trust.Policy));
        TellRange();
        TellSealFile();
        new SealVerification(signature.Seal, trust, sheet, signedAt).Run();
        return sheet.Finish(SealFinding.NotAsked) with { Signature = signature, Seal = signature.Seal, SignedAt = signedAt, IsTimeTrusted = stamp.TrustedTime is not null };
    }

    private void TellDigest(SignatureAlgorithm? algorithm)
    {
        if (algorithm is null)
            sheet.Leave(SealStep.DocumentDigest, SealFinding.NotReached);
        else if (signature.DataHash.Length != algorithm.Digest.SizeInBytes)
            sheet.Fail(SealStep.DocumentDigest, SealFinding.DigestLengthWrong);
        else if (subject.Content is not { } content)
            sheet.Leave(SealStep.DocumentDigest, SealFinding.NotAsked);
        else
            sheet.Tell(
                SealStep.DocumentDigest,
                content.DigestWith(algorithm.Digest) is { } digest && digest.AsSpan().SequenceEqual(signature.DataHash.Span) ? null : SealFinding.DocumentDigestDiffers);
    }

    private void TellRange()
    {
        if (subject.Range is { } range)
            // Some writers leave the root's slash out.
            sheet.Tell(SealStep.ProtectedRange, signature.PropertyInfo.TrimStart('/') == range.TrimStart('/') ? null : SealFinding.RangeDiffers);
        else if (signature.Version == SealVersion.V5)
            // GM/T 0031-2025: propertyInfo names what is protected.
            sheet.Tell(SealStep.ProtectedRange, signature.PropertyInfo.Length > 0 ? null : SealFinding.RangeMissing);
        else
            sheet.Leave(SealStep.ProtectedRange, SealFinding.NotAsked);
    }

    private void TellSealFile()
    {
        if (subject.SealFile is { } file)
            sheet.Tell(SealStep.SealFile, file.Span.SequenceEqual(signature.Seal.Encoded.Span) ? null : SealFinding.SealFileDiffers);
        else if (subject.IsSealFileMissing)
            sheet.Fail(SealStep.SealFile, SealFinding.FileMissing);
        else
            sheet.Leave(SealStep.SealFile, SealFinding.NotPresent);
    }

    private void TellSigner(SignatureAlgorithm? algorithm, DateTimeOffset? signedAt, bool isTimeTrusted)
    {
        var certificate = CertificateSteps.Read(signature.SignerCertificate);
        if (algorithm is null)
            sheet.Fail(SealStep.SignatureAlgorithm, SealFinding.AlgorithmUnknown);
        if (certificate is null)
        {
            sheet.Fail(Signer.Chain, Signer.Malformed);
            if (algorithm is not null)
                LeaveUnreached(SealStep.SignatureAlgorithm);
            LeaveUnreached(SealStep.SignatureValue, Signer.KeyUsage, Signer.Validity, Signer.Revocation);
            return;
        }

        TellValue(algorithm, certificate);
        sheet.Tell(Signer.KeyUsage, Signer.KeyUsageFailure(certificate));
        if (signedAt is { } instant)
            new SignerSteps(trust, sheet).Tell(certificate, instant, isTimeTrusted, []);
        else
            LeaveUnreached(Signer.Chain, Signer.Validity, Signer.Revocation);
    }

    private void TellValue(SignatureAlgorithm? algorithm, PkiCertificate certificate)
    {
        if (algorithm is null)
        {
            LeaveUnreached(SealStep.SignatureValue);
            return;
        }

        var isFit = algorithm.Kind == certificate.PublicKey.Kind;
        sheet.Tell(SealStep.SignatureAlgorithm, isFit ? null : SealFinding.AlgorithmUnfit);
        if (!isFit)
            LeaveUnreached(SealStep.SignatureValue);
        else
            sheet.Tell(
                SealStep.SignatureValue,
                certificate.PublicKey.Verify(algorithm, signature.ToBeSigned.Span, signature.SignatureValue.Span) ? null : SealFinding.SignatureWrong);
    }

    private void LeaveUnreached(params ReadOnlySpan<SealStep> steps)
    {
        foreach (var step in steps)
            sheet.Leave(step, SealFinding.NotReached);
    }
}
