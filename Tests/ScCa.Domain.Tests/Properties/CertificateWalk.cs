using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>A certificate's random walk: mostly what comes next, sometimes anything at all, with time passing in between.</summary>
internal static class CertificateWalk
{
    public static Walker<Certificate> Walker { get; } = With();

    public static Walker<Certificate> With(
        Func<Certificate, Command<Certificate>, Decision<Certificate>>? decide = null,
        Func<Certificate, Event<Certificate>, Certificate>? evolve = null)
    {
        var right = new Walker<Certificate>(Example.AppliedAt, Next);
        return new Walker<Certificate>(Example.AppliedAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    /// <summary>A decision that is wrong where the right one is a refusal with this code.</summary>
    public static Walker<Certificate> Accepting(
        string code, Func<Certificate, Command<Certificate>, Event<Certificate>> instead,
        Func<Certificate, Event<Certificate>, Certificate>? evolve = null) => With(
        (state, command) => Walker.Decide(state, command) switch
        {
            Decision<Certificate>.Refused { Refusal.Code: var refused } when refused == code => instead(state, command),
            var right => right,
        },
        evolve);

    /// <summary>A decision that is wrong about what is in the events of one kind.</summary>
    public static Walker<Certificate> Altering<TEvent>(Func<Certificate, TEvent, Event<Certificate>> wrong) where TEvent : Event<Certificate> => With(
        (state, command) => Walker.Decide(state, command) switch
        {
            Decision<Certificate>.Accepted { Events: var events } => new Decision<Certificate>.Accepted(
                [.. events.Select(e => e is TEvent altered ? wrong(state, altered) : e)]),
            var right => right,
        });

    private static Command<Certificate> Next(Walk<Certificate> walk, Choices choices)
    {
        var at = choices.Weighted((8, walk.Now), (4, walk.Now + Duration.FromDays(1)), (1, walk.Now + Duration.FromDays(40)));
        return choices.Weighted((7, true), (3, false)) ? Forward(walk, at, choices) : Any(walk, at, choices);
    }

    private static Command<Certificate> Any(Walk<Certificate> walk, Instant at, Choices choices) =>
        choices.Pick(OutcomeTables.CertificateCommands).In(walk.State, at) switch
        {
            IntendIssuance { Serial: var serial } intend when serial != Example.Serial1 && serial != Example.Serial2 =>
                intend with { Serial = Fresh(walk, choices) },
            CountTransfer { Reference: var reference } count when reference != Example.Transfer1 =>
                count with { Reference = new($"t-{walk.History.Length}") },
            var command => command,
        };

    /// <summary>What comes next on the way from New to the next renewal.</summary>
    private static Command<Certificate> Forward(Walk<Certificate> walk, Instant at, Choices choices) => walk.State switch
    {
        NotApplied => Commands.Apply(
            at, choices.Weighted((8, TestPolicies.Gov), (3, TestPolicies.Unpriced), (1, TestPolicies.NewOnly)), term: Example.OneYear),
        KnownCertificate { Intent: { } intent } => choices.Weighted<Command<Certificate>>(
            (3, Commands.RecordGeneration(intent.Serial, at)), (1, Commands.Abandon(intent.Serial, at))),
        { Open: { Step: ApplicationStep.UnderReview } open } => choices.Weighted<Command<Certificate>>(
            (open.Number > 1 ? 10 : 30, Commands.Approve(open.Number, at)), (3, Commands.Return(open.Number, at: at)),
            // A New that ends here ends the walk; a renewal can be applied for again.
            (open.Number > 1 ? 2 : 1, Commands.Reject(open.Number, at: at)), (open.Number > 1 ? 2 : 1, Commands.Withdraw(open.Number, at: at))),
        { Open: { Step: ApplicationStep.Returned or ApplicationStep.AwaitingPayment } open } when open.Received == Money.Zero && IsLeft(open, choices) =>
            Idle(walk, open),
        { Open: { Step: ApplicationStep.Returned } open } => Commands.Resubmit(open.Number, at: at),
        { Open: { Step: ApplicationStep.AwaitingPayment } open } => Commands.Count(0, open.Number, new($"t-{walk.History.Length}"), at: at) with
        {
            Amount = choices.Weighted((3, AtLeastAFen(open.Missing)), (1, Example.Yuan(50)), (1, open.Missing + Example.Yuan(30))),
        },
        RequestedCertificate { Open: not null } => Intend(walk, at, choices),
        IssuedCertificate { Open: { } open } => Commands.Fulfil(open.Number, at),
        IssuedCertificate { Grant.Generation: null, Grant: not null } => Intend(walk, at, choices),
        IssuedCertificate { Grant.Generation: { } number } issued => Commands.Complete(issued.Generations[number - 1].Serial, at),
        IssuedCertificate { Parcel: not null } => Commands.Post(at: at),
        IssuedCertificate issued => Later(issued, at, choices),
        _ => Commands.Apply(at),
    };

    // Left once, it is mostly left for good.
    private static bool IsLeft(OpenApplication open, Choices choices) =>
        open.LapsesOn is null ? choices.Weighted((6, false), (1, true)) : choices.Weighted((1, false), (4, true));

    // Nobody does anything for weeks.
    private static Command<Certificate> Idle(Walk<Certificate> walk, OpenApplication open) => open.LapsesOn is { } lapsesOn
        ? Commands.Lapse(open.Number, Instant.Max(walk.Now, Shanghai.StartOf(lapsesOn)))
        : Commands.AnnounceLapse(open.Number, Instant.Max(walk.Now, open.LastMovedAt + Duration.FromDays(23)));

    private static Money AtLeastAFen(Money amount) => amount > Money.Zero ? amount : Money.FromFen(1);

    // Some day around the window's opening, its end, or later.
    private static Command<Certificate> Later(IssuedCertificate issued, Instant at, Choices choices)
    {
        var days = choices.Weighted((1, -61), (3, -60), (2, -30), (2, 0), (4, 1), (2, 100));
        var then = Instant.Max(at, Shanghai.StartOf(issued.NotAfter.PlusDays(days)) + Duration.FromHours(choices.Int(23)));
        return choices.Weighted<Command<Certificate>>((3, Commands.Renew(then, proven: issued.Current.Serial)), (days > 0 ? 3 : 1, Commands.Expire(then)));
    }

    private static IntendIssuance Intend(Walk<Certificate> walk, Instant at, Choices choices) => Commands.Intend(
        Fresh(walk, choices), IssuancePlan.For(walk.State, at).Plan?.Validity ?? Validity.Until(at, Shanghai.DateOf(at).PlusYears(1)), at);

    // Mostly a serial that was never seen; sometimes one of those that were.
    private static SerialNumber Fresh(Walk<Certificate> walk, Choices choices)
    {
        var seen = walk.Of<IssuanceIntended>().Select(i => i.Event.Serial).ToArray();
        return seen.Length > 0 && choices.Int(3) == 3 ? choices.Pick(seen) : Example.Serial(100 + walk.History.Length);
    }
}
