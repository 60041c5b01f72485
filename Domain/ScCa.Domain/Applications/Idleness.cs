using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>
/// When an application has waited too long for its applicant (A3): it lapses after 30 idle days, and not before 7 days after that was announced. What waits
/// for the authority is never idle, and what has been paid for in part ends only with a refund.
/// </summary>
internal static class Idleness
{
    public const int LapsesAfterDays = 30;

    public const int AnnouncedDaysBefore = 7;

    public static Refusal? Refuses(Certificate state, int application) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number == application => WaitsForTheApplicant(open),
        _ => Refuse.ApplicationNotOpen(application),
    };

    private static Refusal? WaitsForTheApplicant(OpenApplication open) => open switch
    {
        { Step: ApplicationStep.UnderReview or ApplicationStep.MaterialsUnderReview or ApplicationStep.ReadyToFulfil } => Refuse.ApplicationWaitsForTheAuthority(open.Number, open.Step),
        _ when open.Received > Money.Zero => Refuse.PaidApplicationDoesNotLapse(open.Received),
        _ => null,
    };
}
