namespace ScCa.Application.Ports;

/// <summary>One row of a view: found by its key, or in order within its partition.</summary>
/// <param name="Key">Unique within the view.</param>
/// <param name="Partition">What a page asks for: a phone's index, an open queue, a kind of due date.</param>
/// <param name="Sort">The order within the partition, compared byte by byte in UTF-8 (which is code point order, not that of UTF-16).</param>
/// <param name="Body">UTF-8 JSON.</param>
public sealed record ViewRow(string Key, string Partition, string Sort, ReadOnlyMemory<byte> Body);

/// <summary>Where a row stands within its partition: what comes after it is what comes after this.</summary>
public readonly record struct ViewPlace(string Sort, string Key);

/// <summary>What one batch of events does to one row of a view; a null row deletes, and deleting what is not there is no mistake.</summary>
public sealed record RowChange(string Key, ViewRow? Row);

/// <summary>
/// Rows of views. <b>Durability</b>: rows and checkpoint of a commit are one transaction; losing the latest commits is harmless, because views can be
/// thrown away and rebuilt. <b>Concurrency</b>: safe from any thread and from several processes; of two commits at once that expect the same checkpoint one
/// is made, so that no event is folded twice. A reader sees a commit whole or not at all. All text is <see cref="StoredText"/>.
/// </summary>
public interface IViewStore
{
    /// <summary>The position up to which the view has been folded; 0 before anything, and for another version of it.</summary>
    ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation);

    ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (at least 1) rows of a partition with <c>from ≤ sort ≤ to</c> (null: open), ordered by sort, then key.</summary>
    ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (at least 1) rows of a partition that stand after a place, with <c>sort ≤ to</c> (null: open), in the same order.</summary>
    ValueTask<IReadOnlyList<ViewRow>> QueryAfter(string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation);

    /// <summary>
    /// Writes rows, in the order given, and checkpoint together. The first commit of another version, newer or older, drops the rows there are.
    /// </summary>
    /// <param name="expected">The checkpoint that the rows were folded from, as <see cref="Checkpoint"/> told it for this version.</param>
    /// <returns>False where the view has come to another checkpoint by now; nothing was written.</returns>
    /// <exception cref="ArgumentException">A row's key is not its change's, or a text is not <see cref="StoredText"/>; nothing was written.</exception>
    ValueTask<bool> Commit(
        string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation);
}

/// <summary>
/// How far each reaction has come. <b>Durability</b>: a lost checkpoint only repeats reactions, and every reaction may be repeated. <b>Concurrency</b>:
/// safe from any thread; the last save stands.
/// </summary>
public interface IReactionCheckpoints
{
    /// <summary>The position saved last; 0 before any.</summary>
    ValueTask<long> Load(string reaction, CancellationToken cancellation);

    ValueTask Save(string reaction, long position, CancellationToken cancellation);
}
