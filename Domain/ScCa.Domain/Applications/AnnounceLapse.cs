using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The nightly sweep tells the applicant of an idle application when it will lapse (A3).</summary>
public sealed record AnnounceLapse(CommandId Id, CertificateId Certificate, int Application, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Idleness.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        null when state.Open is { LapsesOn: { } lapsesOn } => Refuse.LapseAlreadyAnnounced(lapsesOn),
        null when Today < LapseAnnounced.EarliestAfter(state.Open!.LastMovedAt) =>
            Refuse.ApplicationNotIdle(LapseAnnounced.EarliestAfter(state.Open.LastMovedAt)),
        // However late the sweep comes, the applicant has his week.
        null => new LapseAnnounced(Application, Today.PlusDays(Idleness.AnnouncedDaysBefore), At),
    };

    private LocalDate Today => Shanghai.DateOf(At);
}

/// <param name="LapsesOn">The day on which the application lapses unless the applicant does something before.</param>
public sealed record LapseAnnounced(int Application, LocalDate LapsesOn, Instant At) : ApplicationEvent(Application, At)
{
    /// <summary>The first day on which the lapse of an application that last moved then can be announced.</summary>
    public static LocalDate EarliestAfter(Instant lastMoved) => Shanghai.DateOf(lastMoved).PlusDays(Idleness.LapsesAfterDays - Idleness.AnnouncedDaysBefore);

    public override Certificate Evolve(Certificate state) => state is { Open: { } open } && open.Number == Application
        ? state with { Open = open with { LapsesOn = LapsesOn } }
        : throw ImpossibleIn(state);
}
