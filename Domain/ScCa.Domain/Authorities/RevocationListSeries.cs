using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Authorities;

/// <summary>
/// The revocation lists that one authority issues under one name, each with a number above all before: the fold of <c>ca-{authority}.{list}</c>. The lists
/// themselves are files; this is the proof of which there were.
/// </summary>
public sealed record RevocationListSeries : IEventSourced<RevocationListSeries>
{
    public static string Category => "ca";

    public static RevocationListSeries Initial { get; } = new();

    /// <summary>The highest number that was ever committed to; one that was given up is never used again (RFC 5280 §5.2.3).</summary>
    public long LastNumber { get; init; }

    /// <summary>A signature that has been committed to and has no outcome yet.</summary>
    public RevocationListIntent? Intent { get; init; }

    /// <summary>The list that was issued last; null before the first.</summary>
    public IssuedRevocationList? Current { get; init; }
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
