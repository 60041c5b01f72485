using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Tests.Crashes;

internal sealed class PerilousEvents(IEventStore real, Perils perils) : IEventStore
{
    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation)
    {
        perils.Alive();
        return real.ReadStream(stream, cancellation);
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long afterRevision, CancellationToken cancellation)
    {
        perils.Alive();
        return real.ReadStreamAfter(stream, afterRevision, cancellation);
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation)
    {
        perils.Alive();
        return real.ReadAll(afterPosition, max, cancellation);
    }

    public ValueTask<long> LastPosition(CancellationToken cancellation) => real.LastPosition(cancellation);

    public ValueTask<AppendResult> Append(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation) =>
        perils.Around($"events of {stream[..stream.IndexOf('-', StringComparison.Ordinal)]}{By(events[0].CommandId)}", () => real.Append(stream, expectedRevision, events, recordedAt, cancellation));

    // What takes in, issues and sends puts its own name before its commands' ids.
    private static string By(string commandId) => commandId.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? $" by {commandId[..at]}" : "";
}

internal sealed class PerilousViews(IViewStore real, Perils perils) : IViewStore
{
    public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Checkpoint(view, version, cancellation);
    }

    public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation) => real.Find(view, key, cancellation);

    public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation) =>
        real.Query(view, partition, from, to, max, cancellation);

    public ValueTask<IReadOnlyList<ViewRow>> QueryAfter(string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation) =>
        real.QueryAfter(view, partition, after, to, max, cancellation);

    public ValueTask<bool> Commit(
        string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation) =>
        perils.Around(Write.Views, () => real.Commit(view, version, expected, changes, checkpoint, cancellation));
}

/// <summary>
/// Checkpoints that can be lost: the port promises no more than that the last save stands, and that losing one is harmless.
/// </summary>
internal sealed class PerilousCheckpoints(IReactionCheckpoints real, Perils perils) : IReactionCheckpoints
{
    private readonly Dictionary<string, List<long>> saved = new(StringComparer.Ordinal);

    public ValueTask<long> Load(string reaction, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Load(reaction, cancellation);
    }

    public ValueTask Save(string reaction, long position, CancellationToken cancellation) => perils.Around($"{Write.Checkpoints}{reaction}", async () =>
    {
        if (!saved.TryGetValue(reaction, out var before))
            saved[reaction] = before = [0];
        before.Add(position);
        await real.Save(reaction, position, cancellation);
    });

    /// <summary>What was saved last for one of the reactions is lost: it stands where one of the saves before that had put it.</summary>
    /// <returns>Whose it was; null where there is none.</returns>
    public string? Lose(IReadOnlyCollection<string> reactions, int which, int howFar)
    {
        var some = reactions.Where(saved.ContainsKey).ToList();
        if (some is [])
            return null;
        var reaction = some[which % some.Count];
        var before = saved[reaction];
        real.Save(reaction, before[Math.Max(0, before.Count - 2 - howFar)], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return reaction;
    }
}

internal sealed class PerilousMaterials(IMaterialStore real, Perils perils) : IMaterialStore
{
    public ValueTask Put(string subject, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        perils.Around("materials", () => real.Put(subject, name, content, cancellation));

    public ValueTask<ReadOnlyMemory<byte>?> Find(string subject, string name, int bytesMax, CancellationToken cancellation) =>
        real.Find(subject, name, bytesMax, cancellation);

    public ValueTask DeleteAll(string subject, CancellationToken cancellation) => perils.Around("materials", () => real.DeleteAll(subject, cancellation));
}

internal sealed class PerilousVault(ISubjectKeys real, Perils perils) : ISubjectKeys
{
    public ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation)
    {
        perils.Alive();
        return real.Find(subject, cancellation);
    }

    public ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation) =>
        perils.Around("vault", () => real.AddIfAbsent(subject, key, cancellation));

    public ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation) =>
        perils.Around("vault", () => real.Replace(subject, known, next, cancellation));

    public ValueTask Destroy(string subject, CancellationToken cancellation) => perils.Around("vault", () => real.Destroy(subject, cancellation));

    public ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation) =>
        real.WrappedBefore(version, max, cancellation);

    public ValueTask<int> MasterVersion(CancellationToken cancellation) => real.MasterVersion(cancellation);

    public ValueTask RaiseMasterVersion(int version, CancellationToken cancellation) =>
        perils.Around("vault", () => real.RaiseMasterVersion(version, cancellation));
}
