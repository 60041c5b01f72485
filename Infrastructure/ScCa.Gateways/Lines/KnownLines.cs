namespace ScCa.Gateways.Lines;

/// <summary>
/// The lines of a file as far as they have been read, so that each is read once. Touched only while the file's lock is held.
/// </summary>
/// <param name="keyOf">What a line is found by, where lines are looked for.</param>
internal sealed class KnownLines<T>(Func<T, string>? keyOf = null)
{
    private readonly List<T> lines = [];

    private readonly Dictionary<string, T> byKey = new(StringComparer.Ordinal);

    private long end;

    /// <summary>How many lines are known.</summary>
    public int Count => lines.Count;

    /// <summary>All lines, those that others have added since included; a copy, which may outlive the lock.</summary>
    public IReadOnlyList<T> CatchUp(OpenLines file)
    {
        ReadNew(file);
        return [.. lines];
    }

    /// <summary>The first line with the key, those that others have added since included; nothing where there is none.</summary>
    public T? Find(OpenLines file, string key)
    {
        ReadNew(file);
        return byKey.GetValueOrDefault(key);
    }

    private void ReadNew(OpenLines file)
    {
        // Lines are only ever added: where none ends at the known end any more, another file has taken the name.
        if (!file.IsBetweenLines(end))
        {
            lines.Clear();
            byKey.Clear();
            end = 0;
        }

        var (added, newEnd) = file.ReadFrom<T>(end);
        foreach (var line in added)
        {
            lines.Add(line);
            if (keyOf is not null)
                byKey.TryAdd(keyOf(line), line);
        }

        end = newEnd;
    }
}
