namespace ScCa.Application.Ports;

/// <summary>
/// Materials as they lie at rest: sealed content under a name of its own, kept by subject, so that all of a subject's can be deleted at once (A7, A10).
/// What is handed in is sealed already; the store never sees a document. <b>Durability</b>: content is durable before <see cref="Put"/> answers, and under
/// its name it is there whole or not at all. <b>Idempotence</b>: content put again under the same name takes the place of the first.
/// <b>Concurrency</b>: safe from any thread and any process; of two puts of one name at once either stays, whole.
/// </summary>
public interface IMaterialStore
{
    /// <summary>Keeps the content under the name; a name is 64 lower-case hex digits.</summary>
    /// <exception cref="ArgumentException">The name is no such name, the content is empty, or the subject is empty or not <see cref="StoredText"/>.</exception>
    ValueTask Put(string subject, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The content; null where there is none.</summary>
    /// <exception cref="InvalidDataException">There are more bytes than <paramref name="bytesMax"/>; they were not read.</exception>
    ValueTask<ReadOnlyMemory<byte>?> Find(string subject, string name, int bytesMax, CancellationToken cancellation);

    /// <summary>Deletes everything of the subject's, also what a crash has left half-written; where there is nothing, nothing happens.</summary>
    ValueTask DeleteAll(string subject, CancellationToken cancellation);
}
