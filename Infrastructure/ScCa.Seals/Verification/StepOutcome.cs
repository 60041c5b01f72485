namespace ScCa.Seals.Verification;

public enum StepOutcome
{
    Passed,
    Failed,

    /// <summary>There was nothing to check, or an earlier failure left nothing to check it on.</summary>
    NotApplicable,
}
