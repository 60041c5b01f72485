namespace ScCa.Application.Ports;

/// <summary>
/// The wrapped key of each person whose data is sealed (A7). Kept apart from the events, so that a key can be destroyed while the history stays.
/// <b>Durability</b>: a key is durable before <see cref="AddIfAbsent"/> answers, or what is sealed under it would be lost. <b>Idempotence</b>: the first
/// key of a subject stays; a second add answers with the first. <b>Concurrency</b>: safe from any thread; of adds at once one key wins and all answer with it.
/// </summary>
public interface ISubjectKeys
{
    /// <summary>The subject's key; null where there is none.</summary>
    ValueTask<ReadOnlyMemory<byte>?> Find(string subject, CancellationToken cancellation);

    /// <summary>Makes this the subject's key unless it has one, and answers with the key that the subject has now.</summary>
    /// <exception cref="ArgumentException">The key is empty, or the subject is empty or not <see cref="StoredText"/>.</exception>
    ValueTask<ReadOnlyMemory<byte>> AddIfAbsent(string subject, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellation);
}
