namespace ScCa.Stores.Sqlite.Schema;

/// <summary>Events, view rows and checkpoints.</summary>
internal sealed class HistorySchema : DatabaseSchema
{
    public override string FileName => "scca.db";

    public override int Version => 1;

    public override IReadOnlyList<string> WriterPragmas => [];

    // streams: names are long and random, numbers short and rising. Indexed by number, the streams at work today lie side by side, so that a commit
    // touches a few pages of each index instead of one per event.
    // position: rows are never deleted, so the greatest rowid plus one is never given twice. recorded_at: Unix time in 100 ns.
    protected override IReadOnlyList<string> Tables =>
    [
        """
        CREATE TABLE streams (
            stream INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE)
        """,
        """
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            type TEXT NOT NULL,
            body BLOB NOT NULL,
            metadata BLOB NOT NULL,
            command_id TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            UNIQUE (stream, revision),
            UNIQUE (stream, command_id, ordinal))
        """,
        "CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END",
        "CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",
        """
        CREATE TABLE views (
            view_name TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            checkpoint INTEGER NOT NULL) WITHOUT ROWID
        """,
        """
        CREATE TABLE view_rows (
            view_name TEXT NOT NULL,
            row_key TEXT NOT NULL,
            row_partition TEXT NOT NULL,
            row_sort TEXT NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (view_name, row_key))
        """,
        "CREATE INDEX view_rows_in_order ON view_rows (view_name, row_partition, row_sort, row_key)",
        """
        CREATE TABLE reactions (
            reaction TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL) WITHOUT ROWID
        """,
    ];
}
