using ScCa.Pki.Timestamps;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>The steps about when a seal was used.</summary>
internal sealed class SignatureTimestampSteps(SealSignature signature, SealTrust trust, StepSheet sheet)
{
    private static readonly StampSteps Steps = StampSteps.OfSignature;

    /// <param name="SaidTime">What the signer says.</param>
    /// <param name="TrustedTime">What a timestamp proves.</param>
    public readonly record struct Times(DateTimeOffset? SaidTime, DateTimeOffset? TrustedTime);

    public Times Run()
    {
        var times = signature.Version == SealVersion.V1 ? OfV1() : OfTimestamp();
        sheet.Tell(SealStep.SigningTime, times.SaidTime switch
        {
            null => SealFinding.TimeUnreadable,
            { } said when said - trust.Now > trust.Policy.ClockSkewMax => SealFinding.TimeInFuture,
            _ => null,
        });
        return times;
    }

    // V1 puts the token in the place of the time: there is no second time to compare it with.
    private Times OfV1()
    {
        sheet.Leave(SealStep.TimestampTime, SealFinding.NotInThisVersion);
        if (signature.TimeInfo.Timestamp is not { } encoded)
        {
            Steps.Leave(sheet, SealFinding.NotPresent);
            return new(signature.TimeInfo.Time, null);
        }

        var token = StampSteps.Read(encoded);
        var isGood = Steps.Run(token, imprint => Imprints.IsOfDocument(imprint, signature.DataHash.Span), trust, sheet);
        return new(token?.Info.Time, isGood ? token!.Info.Time : null);
    }

    private Times OfTimestamp()
    {
        var said = signature.TimeInfo.Time;
        if (signature.Timestamp is not { } encoded)
        {
            Steps.Leave(sheet, SealFinding.NotPresent);
            sheet.Leave(SealStep.TimestampTime, SealFinding.NotPresent);
            return new(said, null);
        }

        var token = StampSteps.Read(encoded);
        var isGood = Steps.Run(token, imprint => Imprints.IsOf(imprint, signature.SignatureValue.Span), trust, sheet);
        TellAgreement(token, said);
        return new(said, isGood ? token!.Info.Time : null);
    }

    private void TellAgreement(TimestampToken? token, DateTimeOffset? said)
    {
        if (token is null || said is not { } time)
            sheet.Leave(SealStep.TimestampTime, SealFinding.NotReached);
        else
            sheet.Tell(SealStep.TimestampTime, AgreementFailure(token.Info.Time, time));
    }

    private SealFinding? AgreementFailure(DateTimeOffset stamped, DateTimeOffset said)
    {
        if (said - stamped > trust.Policy.ClockSkewMax)
            return SealFinding.TimeAfterTimestamp;
        return stamped - said > trust.Policy.TimestampDelayMax ? SealFinding.TimestampTooLate : null;
    }
}
