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
    private const string Columns = "position, stream, revision, type, body, metadata, command_id, ordinal, recorded_at";
    private const string SelectStream = $"SELECT {Columns} FROM events WHERE stream = ?1 ORDER BY revision";
    private const string SelectAll = $"SELECT {Columns} FROM events WHERE position > ?1 ORDER BY position LIMIT ?2";
    private const string SelectLastPosition = "SELECT max(position) FROM events";
    private const string SelectCommand = "SELECT 1 FROM events WHERE stream = ?1 AND command_id = ?2 LIMIT 1";
    private const string SelectLastRevision = "SELECT revision FROM events WHERE stream = ?1 ORDER BY revision DESC LIMIT 1";

    private const string Insert =
        "INSERT INTO events (stream, revision, type, body, metadata, command_id, ordinal, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation)
    {
        StoredText.CheckName(stream, nameof(stream));
        return ValueTask.FromResult(history.Reads.Read<IReadOnlyList<StoredEvent>>(
            connection =>
            {
                using var rows = connection.Prepare(SelectStream).Bind(1, stream);
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
        if (IsRecorded(connection, stream, events))
        {
            return new(AppendOutcome.CommandAlreadyRecorded, 0);
        }

        if (LastRevision(connection, stream) != expectedRevision)
        {
            return new(AppendOutcome.WrongRevision, 0);
        }

        var revision = expectedRevision;
        foreach (var added in events)
        {
            using var insert = connection.Prepare(Insert)
                .Bind(1, stream)
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

    private static bool IsRecorded(Connection connection, string stream, IReadOnlyList<NewEvent> events)
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

    private static long LastRevision(Connection connection, string stream)
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
