using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>Every paper is there and in order (A3); stamped papers prove the identity where the way says so.</summary>
public sealed record CompleteMaterials(CommandId Id, CertificateId Certificate, int Application, StaffId By, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => MaterialsCheck.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when !state.Open!.IsApproved => Refuse.ApplicationNotReady(Application, state.Open.Step),
        null when state.Open.MaterialsToGive.Any() => Refuse.MaterialsMissing([.. state.Open.MaterialsToGive]),
        null when state.Open.StillNeeds(Verification.StampedForm) => Ready.With(
            state, policies, At, new MaterialsCompleted(Application, By, At),
            new IdentityVerified(Application, Verification.StampedForm, state.Open.Materials[0].Digest.Value, At)),
        null => Ready.With(state, policies, At, new MaterialsCompleted(Application, By, At)),
    };
}

public sealed record MaterialsCompleted(int Application, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { AreMaterialsComplete = true });
}
