namespace ScCa.Seals.Verification;

/// <summary>Where the steps' results are written down; each step has exactly one.</summary>
internal sealed class StepSheet
{
    private readonly SealStepResult?[] results = new SealStepResult?[Enum.GetValues<SealStep>().Length];

    public void Pass(SealStep step, SealFinding note = SealFinding.InOrder) => Write(step, StepOutcome.Passed, note);

    public void Fail(SealStep step, SealFinding finding) => Write(step, StepOutcome.Failed, finding);

    public void Leave(SealStep step, SealFinding why) => Write(step, StepOutcome.NotApplicable, why);

    /// <summary>Passed where nothing was found.</summary>
    public void Tell(SealStep step, SealFinding? failure)
    {
        if (failure is { } finding)
            Fail(step, finding);
        else
            Pass(step);
    }

    public bool Passed(SealStep step) => results[(int)step] is { Outcome: StepOutcome.Passed };

    /// <summary>Steps that nobody wrote are left for the reason given.</summary>
    public SealVerdict Finish(SealFinding whyOthersAreLeft)
    {
        foreach (var step in Enum.GetValues<SealStep>())
            results[(int)step] ??= new(step, StepOutcome.NotApplicable, whyOthersAreLeft);
        return new([.. results.Select(r => r!)]);
    }

    private void Write(SealStep step, StepOutcome outcome, SealFinding finding) => results[(int)step] = results[(int)step] is null
        ? new(step, outcome, finding)
        : throw new InvalidOperationException($"{step} has its result already.");
}
