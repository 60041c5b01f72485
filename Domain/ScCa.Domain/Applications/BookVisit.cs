using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The applicant books a visit to a window; outside its hours he is told its next opening (W1).</summary>
public sealed record BookVisit(CommandId Id, CertificateId Certificate, int Application, PhoneIndex Phone, WindowId Window, LocalDateTime Visit, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Applicant.Refuses(state, Application, Phone) switch
    {
        { } refusal => refusal,
        null when state.Open!.Under.Applying.Channel != Channel.Window => Refuse.NoVisitNeeded(state.Open.Under.Applying.Channel),
        null when Visit < Shanghai.TimeOf(At) => Refuse.VisitInThePast(),
        null => Booked((KnownCertificate)state, policies),
    };

    private Decision<Certificate> Booked(KnownCertificate certificate, PolicyBook policies)
    {
        var policy = policies.Version(certificate.Platform, certificate.Open!.Under.PolicyVersion);
        return policy.Window(Window) switch
        {
            null => Refuse.WindowNotKnown(Window, policy.Name),
            { Hours: [] } window when !window.IsOpenOn(Visit.Date, policies.Calendar) =>
                Refuse.WindowServesAnotherDay(window.Name, window.NextOpening(Visit, policies.Calendar)?.Date),
            var window when !window.IsOpenAt(Visit, policies.Calendar) => Refuse.WindowClosed(window.Name, window.NextOpening(Visit, policies.Calendar)),
            _ => new VisitBooked(Application, Window, Visit, At),
        };
    }
}

/// <summary>A later booking takes the place of an earlier one.</summary>
public sealed record VisitBooked(int Application, WindowId Window, LocalDateTime Visit, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open with { Visit = new Visit(Window, Visit) });
}
