using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
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
        var right = new Walker<Certificate>(Example.AppliedAt, Next) { Hurry = Proceedings.Straight };
        return new Walker<Certificate>(Example.AppliedAt, Next)
        {
            Decide = decide ?? right.Decide,
            Evolve = evolve ?? right.Evolve,
            Hurry = Proceedings.Straight,
        };
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

    /// <summary>A decision to which something wrong is added, or from which something is taken.</summary>
    public static Walker<Certificate> Recounting(
        Func<Certificate, ImmutableArray<Event<Certificate>>, IEnumerable<Event<Certificate>>> wrong,
        Func<Certificate, Event<Certificate>, Certificate>? evolve = null) => With(
        (state, command) => Walker.Decide(state, command) switch
        {
            Decision<Certificate>.Accepted { Events: var events } => new Decision<Certificate>.Accepted([.. wrong(state, events)]),
            var right => right,
        },
        evolve);

    private static readonly ILookup<Type, NamedCommand<Certificate>> ByType =
        OutcomeTables.CertificateCommands.ToLookup(c => c.In(Certificate.Initial, Example.AppliedAt).GetType());

    private static Command<Certificate> Next(Walk<Certificate> walk, Choices choices)
    {
        var at = choices.Weighted((8, walk.Now), (4, walk.Now + Duration.FromDays(1)), (1, walk.Now + Duration.FromDays(40)));
        // A New that came to nothing leaves nothing to go on with.
        return walk.State is RequestedCertificate { Open: null } ? Any(walk, at, choices) : choices.Weighted<Func<Command<Certificate>>>(
            (7, () => Forward(walk, at, choices)), (2, () => Amiss(walk, at, choices)), (2, () => Any(walk, at, choices)))();
    }

    /// <summary>What comes next, with something about it that may be wrong.</summary>
    private static Command<Certificate> Amiss(Walk<Certificate> walk, Instant at, Choices choices)
    {
        var right = Forward(walk, at, choices);
        var variations = ByType[right.GetType()].ToArray();
        return variations.Length == 0 ? right : Fitted(walk, choices.Pick(variations).In(walk.State, right.At), choices);
    }

    private static Command<Certificate> Any(Walk<Certificate> walk, Instant at, Choices choices) =>
        Fitted(walk, choices.Pick(OutcomeTables.CertificateCommands).In(walk.State, at), choices);

    // What must be new each time.
    private static Command<Certificate> Fitted(Walk<Certificate> walk, Command<Certificate> command, Choices choices) => command switch
    {
        IntendIssuance { Serial: var serial } intend when serial != Example.Serial1 && serial != Example.Serial2 =>
            intend with { Serial = Fresh(walk, choices, 0) },
        CountTransfer { Reference: var reference } count when reference != Example.Transfer1 =>
            count with { Reference = new($"t-{walk.History.Length - 1}") },
        _ => command,
    };

    /// <summary>What comes next on the way from New to the end.</summary>
    private static Command<Certificate> Forward(Walk<Certificate> walk, Instant at, Choices choices) => walk.State switch
    {
        NotApplied => Beginnings.Of(at, choices),
        // Most of the time what is under way is brought to its end first.
        KnownCertificate { Intent: { } intent } known when choices.Weighted((9, true), (1, false)) => choices.Weighted<Func<Command<Certificate>>>(
            (12, () => Commands.RecordGeneration(intent.Serial, at) with { Encryption = intent.Encryption is { } pair ? Example.EncryptionHalf(pair.Serial) : null }), (3, () => Commands.Abandon(intent.Serial, at)), (1, () => Intend(walk, at, choices)),
            (1, () => Commands.Withdraw(intent.Application, known.Handler.PhoneIndex, at, withRefund: true)))(),
        KnownCertificate { Intent: null, Open: { Step: ApplicationStep.ReadyToFulfil, Request: NewRequest or ReissueRequest } }
            when choices.Weighted((6, true), (1, false)) => Intend(walk, at, choices),
        IssuedCertificate { Intent: null, Grant.Generation: null, Grant: not null, Open: null } when choices.Weighted((3, true), (1, false)) =>
            Intend(walk, at, choices),
        IssuedCertificate { Open: not null } issued when choices.Weighted((9, false), (1, true)) => Holdings.Next(walk, issued, at, choices),
        { Open: { } open } => Proceedings.Next(walk, open, at, choices),
        IssuedCertificate issued => Holdings.Next(walk, issued, at, choices),
        RevokedCertificate revoked => Holdings.After(revoked, at, choices),
        _ => Commands.Apply(at),
    };

    private static IntendIssuance Intend(Walk<Certificate> walk, Instant at, Choices choices) => Commands.Intend(
        Fresh(walk, choices, 0), IssuancePlan.For(walk.State, at).Plan?.Validity ?? Validity.Until(at, Shanghai.DateOf(at).PlusYears(1)), at) with
    {
        Encryption = choices.Int(1) == 1 ? new EncryptionIntent(Fresh(walk, choices, 1), Example.EncryptionTbsDigest) : null,
    };

    // Mostly a serial that was never seen; sometimes one of those that were.
    private static SerialNumber Fresh(Walk<Certificate> walk, Choices choices, int half)
    {
        SerialNumber[] seen = [.. walk.Of<IssuanceIntended>().Select(i => i.Event.Serial), .. walk.Of<EncryptionIntended>().Select(i => i.Event.Serial)];
        return seen.Length > 0 && choices.Int(7) == 7 ? choices.Pick(seen) : Example.Serial(0x1000 + 2 * walk.History.Length + half);
    }
}
