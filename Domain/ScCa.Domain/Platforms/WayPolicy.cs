using System.Collections.Immutable;

namespace ScCa.Domain.Platforms;

/// <summary>Who may hand an application in.</summary>
public enum IntakeBy
{
    /// <summary>The applicant or, for him, the clerk he comes to.</summary>
    Anyone,

    /// <summary>The applicant alone, online: the review comes before the visit or the post (A8).</summary>
    Applicant,

    /// <summary>Staff alone: at a window, or on the phone.</summary>
    Staff,
}

/// <summary>
/// One way (办理方式) in which an operation is served: the channel, who handles it, and what that needs. Where <paramref name="HandledBy"/> is null, either may.
/// </summary>
/// <param name="Verification">What proves the identity; all of them, side by side. Empty where nothing is asked.</param>
/// <param name="Materials">The papers that must be complete.</param>
/// <param name="Payment">How a charge may be paid.</param>
/// <param name="Reviewed">Whether a reviewer decides first; what is paid by scan completes without a person (P4).</param>
/// <param name="Dispatch">When the key is posted; null where nothing is.</param>
public sealed record WayPolicy(
    Channel Channel,
    HandledBy? HandledBy,
    IntakeBy Intake,
    ImmutableArray<Verification> Verification,
    ImmutableArray<MaterialId> Materials,
    ImmutableArray<PaymentMeans> Payment,
    bool Reviewed,
    int? ReviewedWithinWorkingDays,
    DispatchPolicy? Dispatch)
{
    public bool NeedsKey => Verification.Contains(Platforms.Verification.KeySignature);
}
