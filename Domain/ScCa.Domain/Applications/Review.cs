using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What every review outcome needs: this application, open and under review (A3).</summary>
internal static class Review
{
    public static Refusal? Refuses(Certificate state, int application) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { Number: var number, Step: ApplicationStep.UnderReview } } when number == application => null,
        { Open: { Number: var number, Step: var step } } when number == application => Refuse.ApplicationNotUnderReview(number, step),
        _ => Refuse.ApplicationNotOpen(application),
    };
}
