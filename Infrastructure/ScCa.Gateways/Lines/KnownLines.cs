namespace ScCa.Gateways.Lines;

/// <summary>
/// The lines of a file as far as they have been read, so that each is read once. Touched only while the file's lock is held.
/// </summary>
internal sealed class KnownLines<T>
{
    private readonly List<T> lines = [];

    private long end;

    /// <summary>All lines, those that others have added since included; a copy, which may outlive the lock.</summary>
    public IReadOnlyList<T> CatchUp(OpenLines file)
    {
        // Lines are only ever added: where none ends at the known end any more, another file has taken the name.
        if (!file.IsBetweenLines(end))
        {
            lines.Clear();
            end = 0;
        }

        var (added, newEnd) = file.ReadFrom<T>(end);
        lines.AddRange(added);
        end = newEnd;
        return [.. lines];
    }
}
