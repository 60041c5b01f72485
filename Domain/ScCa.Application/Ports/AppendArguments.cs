namespace ScCa.Application.Ports;

/// <summary>What no store accepts in an append, checked by all of them alike, so that none is more forgiving than the next.</summary>
public static class AppendArguments
{
    /// <exception cref="ArgumentException">
    /// No events, a name that is empty or not <see cref="StoredText"/>, a negative ordinal, or the same command and ordinal twice.
    /// </exception>
    public static void Check(string stream, long expectedRevision, IReadOnlyList<NewEvent> events)
    {
        StoredText.CheckName(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedRevision, IEventStore.NoStream);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            throw new ArgumentException("An append holds at least one event.", nameof(events));
        }

        foreach (var added in events)
        {
            StoredText.CheckName(added.Type, nameof(NewEvent.Type));
            StoredText.CheckName(added.CommandId, nameof(NewEvent.CommandId));
            ArgumentOutOfRangeException.ThrowIfNegative(added.Ordinal);
        }

        if (events.Count > 1 && events.DistinctBy(added => (added.CommandId, added.Ordinal)).Count() < events.Count)
        {
            throw new ArgumentException("Two events of an append carry the same command and ordinal.", nameof(events));
        }
    }
}
