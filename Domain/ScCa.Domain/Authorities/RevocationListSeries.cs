using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Authorities;

/// <summary>
/// The revocation lists of one authority, whole ones and deltas in one line of numbers (RFC 5280 §5.2.3): the fold of <c>ca-{authority}.lists</c>. The lists
/// themselves are files; this is the proof of which there were.
/// </summary>
public sealed record RevocationListSeries : IEventSourced<RevocationListSeries>
{
    public static string Category => "ca";

    public static RevocationListSeries Initial { get; } = new();

    /// <summary>The highest number that was ever committed to; one that was given up is never used again (RFC 5280 §5.2.3).</summary>
    public long LastNumber { get; init; }

    /// <summary>The highest number that a delta was ever committed to under.</summary>
    public long LastDeltaNumber { get; init; }

    /// <summary>A signature that has been committed to and has no outcome yet.</summary>
    public RevocationListIntent? Intent { get; init; }

    /// <summary>The whole list that was issued last; null before the first.</summary>
    public IssuedRevocationList? Whole { get; init; }

    /// <summary>The whole list before that one: what the delta that is issued with a whole list counts on from.</summary>
    public IssuedRevocationList? WholeBefore { get; init; }

    /// <summary>The delta that was issued last; null before the first.</summary>
    public IssuedRevocationList? Delta { get; init; }

    /// <summary>Whether a delta of this number and time goes with the whole list just issued: then, and only then, do two lists share a number.</summary>
    public bool IsTwinOfWhole(long number, Instant thisUpdate) =>
        Whole is { } whole && whole.Number == number && whole.ThisUpdate == thisUpdate && number == LastNumber && number > LastDeltaNumber;

    /// <summary>Whether a delta of this number may count on from that one: a whole list that was issued, and before it.</summary>
    public bool IsBaseOf(long number, long @base) => @base < number && (@base == Whole?.Number || @base == WholeBefore?.Number);
}

/// <param name="Base">The number of the whole list that a delta changes; null where the list is whole.</param>
public sealed record RevocationListIntent(long Number, Instant ThisUpdate, Instant NextUpdate, long? Base, Digest TbsDigest, string SigningKey);

/// <param name="File">SHA-256 of the file.</param>
public sealed record IssuedRevocationList(long Number, Instant ThisUpdate, Instant NextUpdate, long? Base, Digest File, long Entries);

public abstract record RevocationListCommand(CommandId Id, RevocationListId List, Instant At) : Command<RevocationListSeries>(Id, At)
{
    public sealed override string StreamKey => List.Value;
}

public abstract record RevocationListEvent(Instant At) : Event<RevocationListSeries>(At)
{
    protected Exception ImpossibleIn(RevocationListSeries state) => ImpossibleEventException.For(this, state);
}
