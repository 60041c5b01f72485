namespace ScCa.Application.Ports;

/// <summary>What no store accepts in a commit to a view, checked by all of them alike.</summary>
public static class RowChangeArguments
{
    /// <exception cref="ArgumentException">A row's key is not its change's, a text is not <see cref="StoredText"/>, or the checkpoint is negative.</exception>
    public static void Check(string view, IReadOnlyCollection<RowChange> changes, long checkpoint)
    {
        StoredText.CheckName(view, nameof(view));
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentOutOfRangeException.ThrowIfNegative(checkpoint);
        foreach (var (key, row) in changes)
        {
            StoredText.Check(key, nameof(RowChange.Key));
            if (row is null)
            {
                continue;
            }

            if (row.Key != key)
            {
                throw new ArgumentException("A change and its row name different keys.", nameof(changes));
            }

            StoredText.Check(row.Partition, nameof(ViewRow.Partition));
            StoredText.Check(row.Sort, nameof(ViewRow.Sort));
        }
    }
}
