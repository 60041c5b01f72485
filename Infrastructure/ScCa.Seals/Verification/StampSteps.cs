using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.Seals.Verification;

/// <summary>The steps about one timestamp: the signature's, or the seal's.</summary>
internal sealed record StampSteps(SealStep Token, SealStep Imprint, SealStep Authority)
{
    public static StampSteps OfSignature { get; } = new(SealStep.TimestampToken, SealStep.TimestampImprint, SealStep.TimestampAuthority);

    public static StampSteps OfSeal { get; } = new(SealStep.SealTimestampToken, SealStep.SealTimestampImprint, SealStep.SealTimestampAuthority);

    /// <summary>The token; null where the bytes are none.</summary>
    public static TimestampToken? Read(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return TimestampToken.From(encoded);
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }

    public void Leave(StepSheet sheet, SealFinding why)
    {
        sheet.Leave(Token, why);
        sheet.Leave(Imprint, why);
        sheet.Leave(Authority, why);
    }

    /// <summary>Whether everything about the token is in order.</summary>
    /// <param name="isAbout">Whether the imprint is of what was to be stamped.</param>
    public bool Run(TimestampToken? token, Func<MessageImprint, bool> isAbout, SealTrust trust, StepSheet sheet)
    {
        if (token is null)
        {
            sheet.Fail(Token, SealFinding.TimestampMalformed);
            sheet.Leave(Imprint, SealFinding.NotReached);
            sheet.Leave(Authority, SealFinding.NotReached);
            return false;
        }

        // The imprint has its own step and comes late in the order of the token's own: what it says of the rest is taken, the imprint is compared here.
        var failed = token.Verify(new(default, trust.Now, Judged(trust)) { ClockSkewMax = trust.Policy.ClockSkewMax }).Failed;
        sheet.Tell(Token, failed is TimestampStep.Certificate or TimestampStep.Signature or TimestampStep.SigningCertificate ? SealFinding.TimestampMalformed : null);
        sheet.Tell(Imprint, isAbout(token.Info.Imprint) ? null : SealFinding.TimestampForOther);
        if (failed is TimestampStep.Certificate or TimestampStep.Signature)
            sheet.Leave(Authority, SealFinding.NotReached);
        else
            sheet.Tell(Authority, AuthorityFailure(token, failed, trust));
        return sheet.Passed(Token) && sheet.Passed(Imprint) && sheet.Passed(Authority);
    }

    private static SealFinding? AuthorityFailure(TimestampToken token, TimestampStep? failed, SealTrust trust)
    {
        if (failed is TimestampStep.Purpose or TimestampStep.Trust)
            return SealFinding.TimestampAuthorityNotTrusted;
        return token.Info.Time - trust.Now > trust.Policy.ClockSkewMax ? SealFinding.TimestampInFuture : null;
    }

    private static CertificateTrust Judged(SealTrust trust) => (certificate, others, at) =>
    {
        var judgement = trust.Judge.Judge(certificate, CertificateRole.TimestampAuthority, at, others);
        return judgement.IsTrusted && certificate.IsValidAt(at) && judgement.Revocation switch
        {
            CertificateRevocation.NotRevoked => true,
            // RFC 3161 §4: what was stamped before stays valid, unless somebody else may have had the key.
            CertificateRevocation.Revoked => judgement.RevokedAt > at && !judgement.IsKeySuspect,
            _ => trust.Policy.AcceptsUnknownRevocation,
        };
    };
}
