using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>A reviewer sends one paper back; the others stand (A3).</summary>
public sealed record ReturnMaterial(CommandId Id, CertificateId Certificate, int Application, MaterialId Material, string Reason, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => MaterialsCheck.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when !state.Open!.Materials.Any(m => m.Id == Material && m.Stands) => Refuse.MaterialNotProvided(Material),
        null when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        null => new MaterialReturned(Application, Material, Reason, By, At),
    };
}

public sealed record MaterialReturned(int Application, MaterialId Material, string Reason, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(
        state, open => open with { Materials = [.. open.Materials.Select(m => m.Id == Material ? m with { ReturnedFor = Reason } : m)] });
}
