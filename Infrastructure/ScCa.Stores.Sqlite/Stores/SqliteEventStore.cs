using NodaTime;
using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Stores;

/// <summary>
/// Streams of events in one table, in the order of their commits: positions are given inside the write transaction, and there is one at a time, in all
/// processes together. A cancelled append has written nothing.
/// </summary>
internal sealed class SqliteEventStore(Database history) : IEventStore
{
    private const string Columns = "position, name, revision, type, body, metadata, command_id, ordinal, recorded_at";

    // CROSS JOIN fixes the order in which SQLite reads the two: the stream first, or the positions first.
    private const string SelectStream = $"SELECT {Columns} FROM streams CROSS JOIN events USING (stream) WHERE name = ?1 AND revision > ?2 ORDER BY revision";
    private const string SelectAll = $"SELECT {Columns} FROM events CROSS JOIN streams USING (stream) WHERE position > ?1 ORDER BY position LIMIT ?2";
    private const string SelectLastPosition = "SELECT max(position) FROM events";
    private const string SelectNumber = "SELECT stream FROM streams WHERE name = ?1";
    private const string InsertStream = "INSERT INTO streams (name) VALUES (?1)";
    private const string SelectCommand = "SELECT 1 FROM events WHERE stream = ?1 AND command_id = ?2 LIMIT 1";
    private const string SelectLastRevision = "SELECT revision FROM events WHERE stream = ?1 ORDER BY revision DESC LIMIT 1";

    private const string Insert =
        "INSERT INTO events (stream, revision, type, body, metadata, command_id, ordinal, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation) =>
        ReadStreamAfter(stream, IEventStore.NoStream, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long revision, CancellationToken cancellation)
    {
        StoredText.CheckName(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, IEventStore.NoStream);
        return ValueTask.FromResult(history.Reads.Read<IReadOnlyList<StoredEvent>>(
            connection =>
            {
                using var rows = connection.Prepare(SelectStream).Bind(1, stream).Bind(2, revision);
                return Events(rows);
            },
            cancellation));
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return ValueTask.FromResult(history.Reads.Read<IReadOnlyList<StoredEvent>>(
            connection =>
            {
                using var rows = connection.Prepare(SelectAll).Bind(1, afterPosition).Bind(2, max);
                return Events(rows);
            },
            cancellation));
    }

    public ValueTask<long> LastPosition(CancellationToken cancellation) =>
        ValueTask.FromResult(history.Reads.Read(connection => connection.AskNumber(SelectLastPosition), cancellation));

    public ValueTask<AppendResult> Append(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation)
    {
        AppendArguments.Check(stream, expectedRevision, events);
        return new(history.Writes.Commit(connection => Decide(connection, stream, expectedRevision, events, recordedAt), cancellation));
    }

    private static AppendResult Decide(Connection connection, string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt)
    {
        var known = Number(connection, stream);
        if (known is { } recorded && IsRecorded(connection, recorded, events))
        {
            return new(AppendOutcome.CommandAlreadyRecorded, 0);
        }

        if ((known is { } begun ? LastRevision(connection, begun) : IEventStore.NoStream) != expectedRevision)
        {
            return new(AppendOutcome.WrongRevision, 0);
        }

        var number = known ?? Begin(connection, stream);
        var revision = expectedRevision;
        foreach (var added in events)
        {
            using var insert = connection.Prepare(Insert)
                .Bind(1, number)
                .Bind(2, ++revision)
                .Bind(3, added.Type)
                .Bind(4, added.Body.Span)
                .Bind(5, added.Metadata.Span)
                .Bind(6, added.CommandId)
                .Bind(7, added.Ordinal)
                .Bind(8, recordedAt.ToUnixTimeTicks());
            insert.Step();
        }

        return new(AppendOutcome.Appended, connection.LastInsertedRow);
    }

    private static long? Number(Connection connection, string stream)
    {
        using var number = connection.Prepare(SelectNumber).Bind(1, stream);
        return number.Step() ? number.Number(0) : null;
    }

    private static long Begin(Connection connection, string stream)
    {
        using var insert = connection.Prepare(InsertStream).Bind(1, stream);
        insert.Step();
        return connection.LastInsertedRow;
    }

    private static bool IsRecorded(Connection connection, long stream, IReadOnlyList<NewEvent> events)
    {
        string? asked = null;
        foreach (var added in events)
        {
            if (added.CommandId == asked)
            {
                continue;
            }

            using var command = connection.Prepare(SelectCommand).Bind(1, stream).Bind(2, added.CommandId);
            if (command.Step())
            {
                return true;
            }

            asked = added.CommandId;
        }

        return false;
    }

    private static long LastRevision(Connection connection, long stream)
    {
        using var last = connection.Prepare(SelectLastRevision).Bind(1, stream);
        return last.Step() ? last.Number(0) : IEventStore.NoStream;
    }

    private static List<StoredEvent> Events(Statement.Use rows)
    {
        var events = new List<StoredEvent>();
        while (rows.Step())
        {
            events.Add(new(
                rows.Number(0), rows.Text(1), rows.Number(2), rows.Text(3), rows.Blob(4), rows.Blob(5), rows.Text(6), (int)rows.Number(7),
                Instant.FromUnixTimeTicks(rows.Number(8))));
        }

        return events;
    }
}
