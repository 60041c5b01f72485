using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What every step of the applicant's own needs: this application, open, and made under his phone (A1).</summary>
internal static class Applicant
{
    public static Refusal? Refuses(Certificate state, int application, PhoneIndex phone) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number == application => open.Handler.PhoneIndex == phone ? null : Refuse.ApplicationUnderAnotherPhone(),
        _ => Refuse.ApplicationNotOpen(application),
    };
}
