using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Reactions;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_noticed_once_the_index_that_answers_it_is_gone(bool hasIndex)
    {
        var (few, many) = (seedbed.Grown(60), seedbed.Grown(3_000));
        foreach (var folder in (string[])[few, many])
        {
            using var file = new BulkFile(Path.Combine(folder, "scca.db"));
            file.Run($"INSERT INTO reactions (reaction, position) SELECT '{AsksForIdle.ReactionName}', max(position) FROM events");
            if (!hasIndex)
                file.Run("DROP INDEX view_rows_in_order");
        }

        var (_, revocation) = await Growths(few, many, services => services.AddSingleton<IReaction, AsksForIdle>());

        Assert.Equal(!hasIndex, revocation.Any(line => line.Contains("ORDER BY row_sort, row_key", StringComparison.Ordinal)));
        Assert.Equal(!hasIndex, revocation.Any(line => line.Contains("pages became", StringComparison.Ordinal)));
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

    private async Task<(IReadOnlyList<string> Start, IReadOnlyList<string> Revocation)> Growths(
        string few, string many, Action<IServiceCollection>? replace = null)
    {
        var (first, second) = (await MeasuredReads.In(few, seedbed.Measured, replace), await MeasuredReads.In(many, seedbed.Measured, replace));
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

    /// <summary>Asks, once a certificate is revoked, who has been idle since long ago: nobody has.</summary>
    private sealed class AsksForIdle(DueIndexReader due) : IReaction
    {
        public const string ReactionName = "asks-for-idle";

        public string Name => ReactionName;

        public async Task React(RecordedEvent happened, CancellationToken cancellation)
        {
            if (happened.Body is CertificateRevoked)
                Assert.False(await due.IdleUntil(new LocalDate(2000, 1, 1), cancellation).GetAsyncEnumerator(cancellation).MoveNextAsync());
        }
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
