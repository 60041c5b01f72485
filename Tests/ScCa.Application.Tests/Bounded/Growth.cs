using ScCa.Stores.Sqlite;

namespace ScCa.Application.Tests.Bounded;

/// <summary>What is read more of where there is more: each line names the statement, or the pages, and how many.</summary>
internal sealed class Growth(string smaller, string larger)
{
    // A row that is written may split its leaf: up to three leaves are read and five written in their place (SQLite's balancing), and their parent.
    private const int SplitPagesMax = 9;

    // How many writes share a commit, and whether a reader finds a connection free or opens one, are matters of moments; what each of them reads is not.
    private static readonly string[] Shared = ["BEGIN IMMEDIATE", "COMMIT"];
    private const string Opening = "PRAGMA";

    public IReadOnlyList<string> Of(StoreReads few, StoreReads many) => [.. Of("scca.db", few.History, many.History), .. Of("vault.db", few.Vault, many.Vault)];

    private List<string> Of(string file, DatabaseReads few, DatabaseReads many)
    {
        var found = new List<string>();
        foreach (var sql in few.Statements.Keys.Union(many.Statements.Keys).Except(Shared).Where(s => !IsOpening(s)))
        {
            var (before, after) = (few.Statements.GetValueOrDefault(sql), many.Statements.GetValueOrDefault(sql));
            if (before != after)
                found.Add($"{file}: {before} became {after}: {sql}");
        }

        var (deeper, splits) = Allowed(file, few);
        var grown = many.Pages - few.Pages;
        if (grown < Math.Min(deeper, 0) - splits || grown > deeper + splits)
            found.Add($"{file}: {few.Pages} pages became {many.Pages}, of which deeper trees explain {deeper} and split leaves at most {splits}");
        return found;
    }

    // Deeper trees: as many pages as there are descents, times the levels that came to be. Exact where nothing is written.
    private (long Deeper, long Splits) Allowed(string file, DatabaseReads reads)
    {
        using var few = new Trees(Path.Combine(smaller, file));
        using var many = new Trees(Path.Combine(larger, file));
        var levels = many.DeeperThan(few);
        var (deeper, splits) = (0L, 0L);
        foreach (var (sql, read) in reads.Statements.Where(s => !IsOpening(s.Key)))
        {
            var trees = few.DescendedBy(sql);
            var isWrite = !sql.StartsWith("SELECT", StringComparison.Ordinal);
            // A write descends to look, to take the old entry out and to put the new one in.
            deeper += trees.Sum(tree => levels[tree.Root] * (isWrite ? 3 * read.Runs : tree.ForEachRow ? read.Rows : read.Runs));
            splits += isWrite ? SplitPagesMax * read.Runs * trees.Count : 0;
        }

        return (deeper, splits);
    }

    private static bool IsOpening(string sql) => sql.StartsWith(Opening, StringComparison.Ordinal);
}
