using ScCa.Pki.Messages;

namespace ScCa.Pki.Timestamps;

/// <summary>Verifies one token.</summary>
internal sealed class TimestampCheck(TimestampToken token, TimestampExpectation expectation)
{
    private readonly SignerInfo signer = token.Message.Signers[0];

    public TimestampVerdict Run()
    {
        // Trust has its own place below, after what the certificate is for.
        var verdict = token.Message.Verify(new(token.Info.Time, (_, _, _) => true) { Certificates = expectation.Certificates }).Signers[0];
        return new(FirstFailed(verdict), verdict.Certificate, token);
    }

    private TimestampStep? FirstFailed(SignerVerdict verdict)
    {
        if (verdict.Certificate is not { } certificate)
            return TimestampStep.Certificate;
        if (!verdict.IsGood)
            return verdict.Failed == SignerStep.KeyUsage ? TimestampStep.Purpose : TimestampStep.Signature;
        if (!Holds(() => TimestampPurpose.IsOf(certificate)))
            return TimestampStep.Purpose;
        if (!expectation.Trust(certificate, token.Message.Certificates, token.Info.Time))
            return TimestampStep.Trust;
        if (!Holds(() => SigningCertificate.Names(signer.SignedAttributes!, certificate) == true))
            return TimestampStep.SigningCertificate;
        return FirstFailedOfContent();
    }

    private TimestampStep? FirstFailedOfContent()
    {
        if (!IsImprintOfData())
            return TimestampStep.Imprint;
        if (expectation.Nonce is { } nonce && !nonce.Span.SequenceEqual(token.Info.Nonce.Span))
            return TimestampStep.Nonce;
        if (expectation.Policies.Count > 0 && !expectation.Policies.Contains(token.Info.Policy))
            return TimestampStep.Policy;
        return token.Info.Time <= expectation.Now + expectation.ClockSkewMax ? null : TimestampStep.Time;
    }

    private bool IsImprintOfData() =>
        token.Info.Imprint.Algorithm is { } algorithm && expectation.Digests.Contains(algorithm)
        && token.Info.Imprint.Equals(MessageImprint.Of(algorithm, expectation.Data.Span));

    private static bool Holds(Func<bool> condition)
    {
        try
        {
            return condition();
        }
        catch (PkiRefusedException)
        {
            return false;
        }
    }
}
