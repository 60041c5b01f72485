namespace ScCa.Application.Ports;

/// <summary>
/// The wrapped key of each person whose data is sealed (A7). Kept apart from the events, so that a key can be destroyed while the history stays.
/// <b>Durability</b>: a key is durable before <see cref="AddIfAbsent"/> answers, or what is sealed under it would be lost. <b>Idempotence</b>: the first
/// key of a subject stays; a second add answers with the first.
/// </summary>
public interface ISubjectKeys
{
    ValueTask<ReadOnlyMemory<byte>?> Find(string subject, CancellationToken cancellation);

    ValueTask<ReadOnlyMemory<byte>> AddIfAbsent(string subject, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellation);
}
