using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>A reviewer sends the application back to be mended and resubmitted (A3).</summary>
public sealed record ReturnApplication(CommandId Id, CertificateId Certificate, int Application, StaffId By, string Reason, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Review.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        null => new ApplicationReturned(Application, By, Reason, At),
    };
}

public sealed record ApplicationReturned(int Application, StaffId By, string Reason, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Review = ReviewState.Returned });
}
