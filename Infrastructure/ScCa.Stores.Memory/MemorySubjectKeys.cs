using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

public sealed class MemorySubjectKeys : ISubjectKeys
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, WrappedKey> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> destroyed = new(StringComparer.Ordinal);
    private int masterVersion = 1;

    public ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        return Answer(() => keys.TryGetValue(subject, out var key) ? Copy(key) : null, cancellation);
    }

    public ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        SubjectKeyArguments.Check(key);
        return Answer(
            () =>
            {
                if (destroyed.Contains(subject))
                {
                    return null;
                }

                if (keys.TryGetValue(subject, out var first))
                {
                    return Copy(first);
                }

                SubjectKeyArguments.CheckVersion(key, masterVersion);
                keys[subject] = Copy(key);
                return Copy(key);
            },
            cancellation);
    }

    public ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        SubjectKeyArguments.Check(known);
        SubjectKeyArguments.Check(next);
        return Answer(
            () =>
            {
                SubjectKeyArguments.CheckVersion(next, masterVersion);
                var isKnown = keys.TryGetValue(subject, out var key) && key == known;
                if (isKnown)
                {
                    keys[subject] = Copy(next);
                }

                return isKnown;
            },
            cancellation);
    }

    public async ValueTask Destroy(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        await Answer(() => destroyed.Add(subject) | keys.Remove(subject), cancellation).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return Answer<IReadOnlyList<SubjectKey>>(
            () => [.. keys.Where(held => held.Value.MasterVersion < version).Take(max).Select(held => new SubjectKey(held.Key, Copy(held.Value)))], cancellation);
    }

    public ValueTask<int> MasterVersion(CancellationToken cancellation) => Answer(() => masterVersion, cancellation);

    public async ValueTask RaiseMasterVersion(int version, CancellationToken cancellation) =>
        await Answer(() => masterVersion = Math.Max(masterVersion, version), cancellation).ConfigureAwait(false);

    // A caller that wipes what it was given must not wipe the key that is kept.
    private static WrappedKey Copy(WrappedKey key) => key with { Bytes = key.Bytes.ToArray() };

    private ValueTask<T> Answer<T>(Func<T> ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(ask());
        }
    }
}
