using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Stores;

internal sealed class SqliteReactionCheckpoints(Database history) : IReactionCheckpoints
{
    private const string Select = "SELECT position FROM reactions WHERE reaction = ?1";

    private const string Upsert =
        "INSERT INTO reactions (reaction, position) VALUES (?1, ?2) ON CONFLICT (reaction) DO UPDATE SET position = excluded.position";

    public ValueTask<long> Load(string reaction, CancellationToken cancellation)
    {
        StoredText.CheckName(reaction, nameof(reaction));
        return ValueTask.FromResult(history.Reads.Read(
            connection =>
            {
                using var row = connection.Prepare(Select).Bind(1, reaction);
                return row.Step() ? row.Number(0) : 0;
            },
            cancellation));
    }

    public ValueTask Save(string reaction, long position, CancellationToken cancellation)
    {
        StoredText.CheckName(reaction, nameof(reaction));
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return new(history.Writes.Commit(
            connection =>
            {
                using var save = connection.Prepare(Upsert).Bind(1, reaction).Bind(2, position);
                return save.Step();
            },
            cancellation));
    }
}
