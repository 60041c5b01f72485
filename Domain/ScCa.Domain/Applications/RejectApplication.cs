using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>A reviewer turns the application down for good (A3).</summary>
public sealed record RejectApplication(CommandId Id, CertificateId Certificate, int Application, StaffId By, string Reason, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Review.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        null => new ApplicationRejected(Application, By, Reason, At),
    };
}

public sealed record ApplicationRejected(int Application, StaffId By, string Reason, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, _ => null);
}
