using ScCa.Application.Views;
using Xunit;

namespace ScCa.Application.Tests.Bounded;

/// <summary>What a start and a revocation read does not depend on how many certificates there are.</summary>
public sealed class BoundedReadsTests(BoundedReadsTests.Seedbed seedbed) : IClassFixture<BoundedReadsTests.Seedbed>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_start_and_a_revocation_read_as_much_among_20000_certificates_as_among_1000() => ReadTheSame(1_000, 20_000);

    [Fact, Trait("set", "long")]
    public Task A_start_and_a_revocation_read_as_much_among_a_million_certificates_as_among_10000() => ReadTheSame(10_000, 1_000_000);

    [Fact]
    public async Task A_view_whose_index_is_gone_is_noticed_by_its_statement_and_by_its_pages()
    {
        var (few, many) = (seedbed.Grown(60), seedbed.Grown(3_000));
        foreach (var folder in (string[])[few, many])
        {
            using var file = new BulkFile(Path.Combine(folder, "scca.db"));
            file.Run("DROP INDEX view_rows_in_order");
        }

        var (start, _) = await Growths(few, many);

        Assert.Contains(start, line => line.Contains("ORDER BY row_sort, row_key", StringComparison.Ordinal));
        Assert.Contains(start, line => line.Contains("pages became", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_population_that_was_grown_is_what_the_views_fold_from_its_events()
    {
        var folder = seedbed.Grown(12);
        var grown = RowsOf(folder);
        using (var file = new BulkFile(Path.Combine(folder, "scca.db")))
        {
            file.Run("DELETE FROM view_rows");
            file.Run("DELETE FROM views");
        }

        await using (var system = TestSystem.StoredIn(folder))
            await system.Get<ViewRunner>().CatchUp(Cancellation);

        Assert.Equal(grown, RowsOf(folder));
    }

    private async Task ReadTheSame(int few, int many)
    {
        var (start, revocation) = await Growths(seedbed.Grown(few), seedbed.Grown(many));

        Assert.True(start.Count == 0, $"A start reads more:\n{string.Join('\n', start)}");
        Assert.True(revocation.Count == 0, $"A revocation reads more:\n{string.Join('\n', revocation)}");
    }

    private async Task<(IReadOnlyList<string> Start, IReadOnlyList<string> Revocation)> Growths(string few, string many)
    {
        var (first, second) = (await MeasuredReads.In(few, seedbed.Measured), await MeasuredReads.In(many, seedbed.Measured));
        var growth = new Growth(few, many);
        return (growth.Of(first.Start, second.Start), growth.Of(first.Revocation, second.Revocation));
    }

    // A day's batch and a day's figures are nobody's life alone, and were left as they were.
    private static SortedDictionary<string, string> RowsOf(string folder)
    {
        using var file = new BulkFile(Path.Combine(folder, "scca.db"));
        return new(
            file.Read("SELECT view_name || ' ' || row_key, row_partition || ' ' || row_sort || ' ' || body FROM view_rows", 2)
                .Where(row => Tokens.In((string)row[0]).Any()).ToDictionary(row => (string)row[0], row => (string)row[1]),
            StringComparer.Ordinal);
    }

    /// <summary>The seedlings, made once, and the folders that were grown from them.</summary>
    public sealed class Seedbed : IAsyncLifetime
    {
        private readonly string root = Directory.CreateTempSubdirectory("scca-bounded-").FullName;
        private int grown;

        internal string Measured { get; private set; } = "";

        private string Seed => Path.Combine(root, "seed");

        public async ValueTask InitializeAsync() => Measured = await Seedlings.Make(Seed);

        public ValueTask DisposeAsync()
        {
            Directory.Delete(root, recursive: true);
            return ValueTask.CompletedTask;
        }

        internal string Grown(int certificates)
        {
            var folder = Path.Combine(root, $"grown-{++grown}");
            foreach (var file in Directory.EnumerateFiles(Seed, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(Seed, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            BulkPopulation.Grow(folder, certificates, Cancellation);
            return folder;
        }
    }
}
