using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>A paper comes in: uploaded under the applicant's phone, or taken in by staff from the post or at a window.</summary>
/// <param name="Phone">The applicant's, where he uploads it himself.</param>
/// <param name="ReceivedBy">Who took it in, where staff did.</param>
public sealed record ProvideMaterial(
    CommandId Id, CertificateId Certificate, int Application, MaterialId Material, Digest Digest, PhoneIndex? Phone, StaffId? ReceivedBy, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (Phone is null ? Staff(state) : Applicant.Refuses(state, Application, Phone)) switch
    {
        { } refusal => refusal,
        null when !state.Open!.Under.Materials.Contains(Material) => Refuse.MaterialNotNeeded(Material),
        null when state.Open!.AreMaterialsComplete => Refuse.MaterialsAlreadyComplete(Application),
        null => new MaterialProvided(Application, Material, Digest, ReceivedBy, At),
    };

    private Refusal? Staff(Certificate state) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number == Application => ReceivedBy is null ? Refuse.ApplicationUnderAnotherPhone() : null,
        _ => Refuse.ApplicationNotOpen(Application),
    };
}

/// <param name="ReceivedBy">Who took it in; null where the applicant uploaded it.</param>
public sealed record MaterialProvided(int Application, MaterialId Material, Digest Digest, StaffId? ReceivedBy, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(
        state, open => open with { Materials = [.. open.Materials.Where(m => m.Id != Material), new Material(Material, Digest, null)] });
}
