using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The applicant takes the application back; possible until money has come in (A3).</summary>
public sealed record WithdrawApplication(CommandId Id, CertificateId Certificate, int Application, PhoneIndex Phone, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Applicant.Refuses(state, Application, Phone) switch
    {
        { } refusal => refusal,
        null when state.Open!.Received > Money.Zero => Refuse.WithdrawalNeedsRefund(state.Open.Received),
        null => new ApplicationWithdrawn(Application, At),
    };
}

public sealed record ApplicationWithdrawn(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, _ => null);
}
