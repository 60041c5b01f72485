namespace ScCa.Application.Ports;

/// <summary>
/// The wrapped key of each person whose data is sealed (A7). Kept apart from the events, so that a key can be destroyed while the history stays.
/// <b>Durability</b>: whatever is answered is durable, or what is sealed under a key would be lost, and an erased person would come back.
/// <b>Idempotence</b>: the first key of a subject stays; a second add answers with the first. A key destroyed stays destroyed, however often it is asked for.
/// <b>Concurrency</b>: safe from any thread; of adds at once one key wins and all answer with it.
/// </summary>
public interface ISubjectKeys
{
    /// <summary>The subject's key; null where there is none, or none any more.</summary>
    ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation);

    /// <summary>Makes this the subject's key unless it has one, and answers with the key that the subject has now; null where its key was destroyed.</summary>
    /// <exception cref="ArgumentException">The key is empty, or the subject is empty or not <see cref="StoredText"/>.</exception>
    /// <exception cref="OutdatedMasterVersionException">The key is wrapped under a version older than <see cref="MasterVersion"/>.</exception>
    ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation);

    /// <summary>Puts <paramref name="next"/> in the place of exactly <paramref name="known"/>.</summary>
    /// <returns>False where another key stands there by now, or none; nothing was changed.</returns>
    /// <exception cref="OutdatedMasterVersionException">The key is wrapped under a version older than <see cref="MasterVersion"/>.</exception>
    ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation);

    /// <summary>
    /// Destroys the subject's key and keeps in mind that it was: the subject gets no other. When this answers, the key's bytes are in no file of the store
    /// any more, not even in one that would be overwritten later. An exception leaves that open: destroy again.
    /// </summary>
    ValueTask Destroy(string subject, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (at least 1) keys that are wrapped under a version older than this one.</summary>
    ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation);

    /// <summary>The version of the master key that keys are to be wrapped under; 1 before any rotation.</summary>
    ValueTask<int> MasterVersion(CancellationToken cancellation);

    /// <summary>From now on no key comes in that is wrapped under an older version than this one. A version once reached is never left again.</summary>
    ValueTask RaiseMasterVersion(int version, CancellationToken cancellation);
}

/// <summary>A subject's key as it lies in the vault, and the version of the master key that it is wrapped under.</summary>
public sealed record WrappedKey(int MasterVersion, ReadOnlyMemory<byte> Bytes)
{
    public bool Equals(WrappedKey? other) => other is not null && MasterVersion == other.MasterVersion && Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => MasterVersion;

    public override string ToString() => $"(key wrapped under version {MasterVersion})";
}

/// <summary>A key, and whose it is.</summary>
public sealed record SubjectKey(string Subject, WrappedKey Key);

/// <summary>A key was wrapped under a version of the master key that is on its way out: wrap it under the present one.</summary>
public sealed class OutdatedMasterVersionException(int present) : Exception($"Keys are wrapped under version {present} of the master key by now.")
{
    public int Present { get; } = present;
}
