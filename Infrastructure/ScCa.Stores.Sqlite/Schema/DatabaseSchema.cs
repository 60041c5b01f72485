using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Schema;

/// <summary>The tables of one database file and their version.</summary>
internal abstract class DatabaseSchema
{
    /// <summary>"ScCa": says whose file it is, also to file(1).</summary>
    private const int ApplicationId = 0x53634361;

    public abstract string FileName { get; }

    public abstract int Version { get; }

    /// <summary>Settings of the writer connection beyond those that all have.</summary>
    public abstract IReadOnlyList<string> WriterPragmas { get; }

    /// <summary>What makes the tables in an empty file.</summary>
    protected abstract IReadOnlyList<string> Tables { get; }

    /// <summary>What takes the tables from one version to the next.</summary>
    protected virtual IReadOnlyList<string> StepFrom(long version) => throw new InvalidOperationException($"{FileName} has no step from schema version {version}.");

    /// <summary>
    /// Makes the tables where the file is empty, and brings those of an older release up to this one's, all or nothing. Two processes may come at once: whoever
    /// gets the lock first does it, the other finds it done.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file was made by a newer version, or is not ours.</exception>
    public void Ensure(Connection writer)
    {
        writer.Run("BEGIN IMMEDIATE");
        try
        {
            var found = writer.AskNumber("PRAGMA user_version");
            Refuse(writer, found);
            if (found == 0)
            {
                Create(writer);
            }

            for (var version = found; version > 0 && version < Version; version++)
            {
                Step(writer, version);
            }

            writer.Run("COMMIT");
        }
        catch when (writer.IsInTransaction)
        {
            writer.Run("ROLLBACK");
            throw;
        }
    }

    /// <summary>The version of the tables, which must be there.</summary>
    /// <exception cref="InvalidOperationException">The file is empty, was made by a newer version, or is not ours.</exception>
    public long Require(Connection reader)
    {
        var found = reader.AskNumber("PRAGMA user_version");
        Refuse(reader, found);
        return found > 0 ? found : throw new InvalidOperationException($"{reader.Path} is empty: nothing has been written to it yet.");
    }

    private void Refuse(Connection connection, long found)
    {
        if (found > Version)
        {
            throw new InvalidOperationException(
                $"{connection.Path} has schema version {found}; this program knows versions up to {Version}. It was written by a newer release: use that one.");
        }

        var isOurs = connection.AskNumber("PRAGMA application_id") == ApplicationId;
        var isEmpty = found == 0 && connection.AskNumber("SELECT count(*) FROM sqlite_master") == 0;
        if (!isOurs && !isEmpty)
        {
            throw new InvalidOperationException($"{connection.Path} is a database of some other program; it is left untouched.");
        }
    }

    private void Step(Connection writer, long version)
    {
        foreach (var change in StepFrom(version))
        {
            writer.Run(change);
        }

        writer.Run(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version={version + 1}"));
    }

    private void Create(Connection writer)
    {
        foreach (var table in Tables)
        {
            writer.Run(table);
        }

        writer.Run(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
        writer.Run(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version={Version}"));
    }
}
