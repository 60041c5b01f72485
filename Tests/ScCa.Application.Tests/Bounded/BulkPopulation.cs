using System.Text;

namespace ScCa.Application.Tests.Bounded;

/// <summary>
/// Grows what a closed folder holds: every life in it is written again and again under other names, into the same tables with the same bytes otherwise: events,
/// view rows and subjects' keys, and the checkpoints behind them. Through the store, a million would take days.
/// </summary>
/// <remarks>What belongs to nobody's life alone (a day's batch, a day's figures) stays as it is.</remarks>
internal sealed class BulkPopulation : IDisposable
{
    private const int LivesPerTransaction = 1_000;

    private readonly BulkFile history;
    private readonly BulkFile vault;
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<(Stencil Name, List<(Stencil Body, Stencil Metadata, Stencil Command, object[] Fixed)> Events)> streams = [];
    private readonly List<(string View, Stencil Key, Stencil Partition, Stencil Sort, Stencil Body)> rows = [];
    private readonly List<(Stencil Subject, object[] Fixed)> keys = [];

    private BulkPopulation(string folder)
    {
        history = new(Path.Combine(folder, "scca.db"));
        vault = new(Path.Combine(folder, "vault.db"));
        FindTokens();
        ReadStreams();
        ReadRows();
        ReadKeys();
    }

    /// <summary>Writes at least so many more certificates: all seedlings are written equally often.</summary>
    public static void Grow(string folder, int certificates, CancellationToken cancellation)
    {
        using var population = new BulkPopulation(folder);
        var seedlings = (long)population.history.Read("SELECT count(*) FROM streams WHERE name LIKE 'certificate-%'", 1).Single()[0];
        population.Write((int)((certificates + seedlings - 1) / seedlings), cancellation);
    }

    public void Dispose()
    {
        history.Dispose();
        vault.Dispose();
    }

    // A token is what tells one life's keys from another's.
    private void FindTokens()
    {
        var named = history.Read("SELECT name FROM streams UNION ALL SELECT row_key FROM view_rows UNION ALL SELECT row_partition FROM view_rows", 1)
            .Concat(vault.Read("SELECT subject FROM subject_keys", 1));
        foreach (var token in named.SelectMany(row => Tokens.In((string)row[0])).Select(t => t.Token))
            tokens.TryAdd(token, tokens.Count);
    }

    private void ReadStreams()
    {
        foreach (var stream in history.Read("SELECT stream, name FROM streams ORDER BY stream", 2))
        {
            if (Stencil.Of((string)stream[1], tokens) is { IsTheSameInAll: false } name)
                streams.Add((name, [.. EventsOf((long)stream[0])]));
        }
    }

    private IEnumerable<(Stencil, Stencil, Stencil, object[])> EventsOf(long stream) => history
        .Read($"SELECT body, metadata, command_id, revision, type, ordinal, recorded_at FROM events WHERE stream = {stream} ORDER BY revision", 7)
        .Select(e => (Stencil.Of((byte[])e[0], tokens), Stencil.Of((byte[])e[1], tokens), Stencil.Of((string)e[2], tokens), e[3..]));

    private void ReadRows()
    {
        foreach (var row in history.Read("SELECT view_name, row_key, row_partition, row_sort, body FROM view_rows ORDER BY view_name, row_key", 5))
        {
            if (Stencil.Of((string)row[1], tokens) is { IsTheSameInAll: false } key)
                rows.Add(((string)row[0], key, Stencil.Of((string)row[2], tokens), Stencil.Of((string)row[3], tokens), Stencil.Of((byte[])row[4], tokens)));
        }
    }

    private void ReadKeys()
    {
        foreach (var key in vault.Read("SELECT subject, master_version, wrapped_key FROM subject_keys", 3))
        {
            if (Stencil.Of((string)key[0], tokens) is { IsTheSameInAll: false } subject)
                keys.Add((subject, key[1..]));
        }
    }

    private void Write(int lives, CancellationToken cancellation)
    {
        var stream = (long)history.Read("SELECT max(stream) FROM streams", 1).Single()[0];
        foreach (var some in Enumerable.Range(1, lives).Chunk(LivesPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            history.Run("BEGIN");
            vault.Run("BEGIN");
            foreach (var life in some)
                stream = Write(NamesOf(life), stream);
            history.Run("COMMIT");
            vault.Run("COMMIT");
        }

        // Folded and answered, all of it. Other checkpoints (the bank's lines, the day that was swept) stay.
        var quiet = (long)history.Read("SELECT min(checkpoint) FROM views", 1).Single()[0];
        var last = (long)history.Read("SELECT max(position) FROM events", 1).Single()[0];
        history.Run($"UPDATE views SET checkpoint = {last}");
        history.Run($"UPDATE reactions SET position = {last} WHERE position = {quiet}");
    }

    private byte[][] NamesOf(int life) => [.. tokens.Keys.Select(token => Encoding.UTF8.GetBytes(Tokens.Of(token, life)))];

    private long Write(byte[][] life, long stream)
    {
        foreach (var (name, events) in streams)
        {
            history.Insert("INSERT INTO streams (stream, name) VALUES (?1, ?2)").Number(++stream).Text(name.In(life)).Run();
            foreach (var (body, metadata, command, others) in events)
            {
                history.Insert("INSERT INTO events (stream, body, metadata, command_id, revision, type, ordinal, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                    .Number(stream).Blob(body.In(life)).Blob(metadata.In(life)).Text(command.In(life)).All(others).Run();
            }
        }

        foreach (var (view, key, partition, sort, body) in rows)
        {
            history.Insert("INSERT INTO view_rows (view_name, row_key, row_partition, row_sort, body) VALUES (?1, ?2, ?3, ?4, ?5)")
                .All(view).Text(key.In(life)).Text(partition.In(life)).Text(sort.In(life)).Blob(body.In(life)).Run();
        }

        foreach (var (subject, others) in keys)
            vault.Insert("INSERT INTO subject_keys (subject, master_version, wrapped_key) VALUES (?1, ?2, ?3)").Text(subject.In(life)).All(others).Run();
        return stream;
    }
}
