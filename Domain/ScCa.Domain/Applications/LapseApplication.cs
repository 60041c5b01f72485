using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>An application whose lapse was announced, and for which nothing was done since, ends (A3).</summary>
public sealed record LapseApplication(CommandId Id, CertificateId Certificate, int Application, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Idleness.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null => state.Open!.LapsesOn switch
        {
            null => Refuse.LapseNotAnnounced(Application),
            { } lapsesOn when Shanghai.DateOf(At) < lapsesOn => Refuse.ApplicationNotYetLapsed(lapsesOn),
            _ => new ApplicationLapsed(Application, At),
        },
    };
}

public sealed record ApplicationLapsed(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, _ => null);
}
