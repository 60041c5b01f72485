using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The applicant hands a returned application in again (A3).</summary>
public sealed record ResubmitApplication(CommandId Id, CertificateId Certificate, int Application, PhoneIndex Phone, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Applicant.Refuses(state, Application, Phone) switch
    {
        { } refusal => refusal,
        null when state.Open!.Step != ApplicationStep.Returned => Refuse.ApplicationNotReturned(Application, state.Open.Step),
        null => new ApplicationResubmitted(Application, At),
    };
}

public sealed record ApplicationResubmitted(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Review = ReviewState.Pending });
}
