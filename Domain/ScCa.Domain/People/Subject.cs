using NodaTime;

namespace ScCa.Domain.People;

/// <summary>What has been decided about one person's data: the fold of <c>subject-{id}</c> (A10). Whether there is such a person is not to be seen here.</summary>
public abstract record Subject : IEventSourced<Subject>
{
    /// <summary>How long data is kept after the last certificate has ended.</summary>
    public const int YearsKept = 5;

    public static string Category => "subject";

    public static Subject Initial { get; } = new KeptSubject(LegalHold: null, IsStopped: false);

    /// <summary>The first day on which the data may be erased. 29 February falls to the 28th.</summary>
    public static LocalDate ErasurePermittedFrom(LocalDate lastNotAfter) => lastNotAfter.PlusYears(YearsKept);
}

/// <param name="LegalHold">Why the data must stay, where it must.</param>
/// <param name="IsStopped">Whether erasure was requested: until then the data is stored and nothing else is done with it.</param>
public sealed record KeptSubject(string? LegalHold, bool IsStopped) : Subject
{
    /// <summary>What waits for a second person.</summary>
    public SubjectOrder? Order { get; init; }
}

/// <summary>The key is destroyed; nothing that was sealed under it can be read again.</summary>
public sealed record ErasedSubject(Instant ErasedAt) : Subject;

public abstract record SubjectCommand(CommandId Id, SubjectId Subject, Instant At) : Command<Subject>(Id, At)
{
    public sealed override string StreamKey => Subject.Value;
}

public abstract record SubjectEvent(SubjectId Subject, Instant At) : Event<Subject>(At)
{
    protected KeptSubject KeptIn(Subject state) => state as KeptSubject ?? throw ImpossibleIn(state);

    protected Exception ImpossibleIn(Subject state) => ImpossibleEventException.For(this, state);
}
