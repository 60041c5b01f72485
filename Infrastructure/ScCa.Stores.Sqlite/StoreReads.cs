using System.Collections.Immutable;

namespace ScCa.Stores.Sqlite;

/// <summary>What was read, as SQLite itself counts it.</summary>
/// <param name="Runs">How often a statement was run.</param>
/// <param name="Rows">Rows that SQLite handed over.</param>
/// <param name="Steps">Instructions of SQLite's machine: a row that was walked over and not handed over costs some, too.</param>
public readonly record struct StatementReads(long Runs, long Rows, long Steps);

/// <summary>What one database has read since it was opened, by readers and the writer together; a checkpoint's copying is not in it.</summary>
/// <param name="Statements">By the statement's text.</param>
/// <param name="Pages">Pages asked for, whether or not they were in the page cache.</param>
/// <param name="PagesFetched">Those of them that were not, and came from the file or its log.</param>
public sealed record DatabaseReads(ImmutableSortedDictionary<string, StatementReads> Statements, long Pages, long PagesFetched)
{
    public long Runs => Statements.Values.Sum(s => s.Runs);

    public long Rows => Statements.Values.Sum(s => s.Rows);

    public long Steps => Statements.Values.Sum(s => s.Steps);
}

/// <summary>What the store has read since it was opened. What is still being read is not in it yet.</summary>
public sealed record StoreReads(DatabaseReads History, DatabaseReads Vault)
{
    public long Rows => History.Rows + Vault.Rows;

    public long Steps => History.Steps + Vault.Steps;

    public long Pages => History.Pages + Vault.Pages;
}
