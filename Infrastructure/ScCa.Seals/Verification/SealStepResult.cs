namespace ScCa.Seals.Verification;

/// <summary>One step of a verification and what came of it.</summary>
public sealed record SealStepResult(SealStep Step, StepOutcome Outcome, SealFinding Finding)
{
    public string StepZhCn => SealStepText.Of(Step).ZhCn;

    public string StepEn => SealStepText.Of(Step).En;

    public string FindingZhCn => SealFindingText.Of(Finding).ZhCn;

    public string FindingEn => SealFindingText.Of(Finding).En;

    /// <summary>The number that vendors' interfaces answer with; null where they have none, or nothing failed.</summary>
    public SealFaultCode? Code => Outcome == StepOutcome.Failed ? SealFaultCodes.Of(Finding) : null;
}
