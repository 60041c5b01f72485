using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What every decision about papers needs: this application, open, with papers that are not settled yet.</summary>
internal static class MaterialsCheck
{
    public static Refusal? Refuses(Certificate state, int application) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number != application => Refuse.ApplicationNotOpen(application),
        { Open: { AreMaterialsComplete: true } } => Refuse.MaterialsAlreadyComplete(application),
        { Open: not null } => null,
        _ => Refuse.ApplicationNotOpen(application),
    };
}
