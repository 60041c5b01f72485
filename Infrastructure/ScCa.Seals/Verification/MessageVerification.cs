using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;

namespace ScCa.Seals.Verification;

/// <summary>
/// The steps about a plain signature without a seal: a signed message of GB/T 35275 whose content is the document's digest, or which is detached from the document.
/// </summary>
internal sealed class MessageVerification(ReadOnlyMemory<byte> encoded, byte[] document, SealTrust trust, StepSheet sheet)
{
    public SealVerdict Run()
    {
        if (Read() is not { Signers: [{ } signer] } message)
        {
            sheet.Fail(SealStep.SignatureFormat, SealFinding.SignatureMalformed);
            return sheet.Finish(SealFinding.NotReached);
        }

        sheet.Pass(SealStep.SignatureFormat);
        TellDigest(message, signer);
        var signedAt = SaidTime(signer);
        sheet.Tell(SealStep.SigningTime, signedAt - trust.Now > trust.Policy.ClockSkewMax ? SealFinding.TimeInFuture : null);
        TellSigner(message, signedAt ?? trust.Now);
        return sheet.Finish(SealFinding.NotPresent) with { SignedAt = signedAt };
    }

    private SignedData? Read()
    {
        try
        {
            return SignedData.From(encoded);
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }

    // A detached message is about the document by its signature; one with content must hold the document's digest.
    private void TellDigest(SignedData message, SignerInfo signer)
    {
        if (message.Content is null)
            sheet.Leave(SealStep.DocumentDigest, SealFinding.NotPresent);
        else
            sheet.Tell(SealStep.DocumentDigest, message.IsContentDigestOf(document, signer.Digest ?? DigestAlgorithm.Sm3) ? null : SealFinding.DocumentDigestDiffers);
    }

    private void TellSigner(SignedData message, DateTimeOffset instant)
    {
        var expectation = new MessageExpectation(instant, (_, _, _) => true) { DetachedContent = message.Content is null ? document : default(ReadOnlyMemory<byte>?) };
        var signer = message.Verify(expectation).Signers[0];
        if (signer.Certificate is not { } certificate)
        {
            sheet.Fail(SealStep.SignerChain, SealFinding.SignerCertificateMalformed);
            foreach (var step in new[] { SealStep.SignatureAlgorithm, SealStep.SignatureValue, SealStep.SignerKeyUsage, SealStep.SignerValidity, SealStep.SignerRevocation })
                sheet.Leave(step, SealFinding.NotReached);
            return;
        }

        sheet.Tell(SealStep.SignatureAlgorithm, signer.Failed == SignerStep.Algorithm ? SealFinding.AlgorithmUnfit : null);
        if (signer.Failed == SignerStep.Algorithm)
            sheet.Leave(SealStep.SignatureValue, SealFinding.NotReached);
        else
            sheet.Tell(SealStep.SignatureValue, signer.Failed is null or SignerStep.KeyUsage ? null : SealFinding.SignatureWrong);
        sheet.Tell(SealStep.SignerKeyUsage, CertificateSteps.Signer.KeyUsageFailure(certificate));
        new SignerSteps(trust, sheet).Tell(certificate, instant, isTimeTrusted: false, message.Certificates);
    }

    private static DateTimeOffset? SaidTime(SignerInfo signer)
    {
        try
        {
            return signer.SignedAttributes?.SigningTime;
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }
}
