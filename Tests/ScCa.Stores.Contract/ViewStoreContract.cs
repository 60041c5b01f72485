using ScCa.Application.Ports;
using Xunit;
using static ScCa.Stores.Contract.Given;

namespace ScCa.Stores.Contract;

public abstract class ViewStoreContract : StoreContract
{
    private const string View = "queue";

    private IViewStore Store => Stores.Views;

    [Fact]
    public async Task An_unknown_view_is_empty_and_at_zero()
    {
        Assert.Equal(0, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Null(await Store.Find(View, "k", Cancellation));
        Assert.Empty(await Store.Query(View, "p", null, null, 10, Cancellation));
    }

    [Fact]
    public async Task Rows_and_checkpoint_are_there_after_the_commit()
    {
        byte[] body = [0, 0xFF, .. "{\"名\":1}"u8];
        await Commit(1, 7, new RowChange("k", new("k", "p", "s", body)));

        Assert.Equal(7, await Store.Checkpoint(View, 1, Cancellation));
        var row = await Store.Find(View, "k", Cancellation);
        Assert.NotNull(row);
        Assert.Equal(("k", "p", "s"), (row.Key, row.Partition, row.Sort));
        Assert.Equal(body, row.Body.ToArray());
    }

    [Fact]
    public async Task A_commit_without_rows_moves_the_checkpoint_and_keeps_the_rows()
    {
        await Commit(1, 3, Put(Row("k", "p", "s")));
        await Commit(1, 9);

        Assert.Equal(9, await Store.Checkpoint(View, 1, Cancellation));
        Assert.NotNull(await Store.Find(View, "k", Cancellation));
    }

    [Fact]
    public async Task A_row_written_again_moves_to_its_new_partition_and_place()
    {
        await Commit(1, 1, Put(Row("k", "open", "1", "old")));
        await Commit(1, 2, Put(Row("k", "done", "2", "new")));

        Assert.Empty(await Keys("open"));
        Assert.Equal(["k"], await Keys("done"));
        Assert.Equal("new", (await Store.Find(View, "k", Cancellation))!.Body.Text());
    }

    [Fact]
    public async Task A_null_row_deletes_and_deleting_nothing_is_no_mistake()
    {
        await Commit(1, 1, Put(Row("a", "p", "1")), Put(Row("b", "p", "2")));
        await Commit(1, 2, new RowChange("a", null), new RowChange("never there", null));

        Assert.Null(await Store.Find(View, "a", Cancellation));
        Assert.Equal(["b"], await Keys("p"));
    }

    [Fact]
    public async Task Of_changes_to_one_key_in_a_commit_the_last_stands()
    {
        await Commit(1, 1, Put(Row("a", "p", "1", "first")), new RowChange("a", null), Put(Row("a", "p", "1", "last")), Put(Row("b", "p", "2")), new RowChange("b", null));

        Assert.Equal("last", (await Store.Find(View, "a", Cancellation))!.Body.Text());
        Assert.Equal(["a"], await Keys("p"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Another_version_starts_at_zero_and_its_first_commit_drops_the_rows(int other)
    {
        await Commit(1, 10, Put(Row("old", "p", "1")), Put(Row("both", "p", "2", "old")));
        Assert.Equal(0, await Store.Checkpoint(View, other, Cancellation));
        Assert.NotNull(await Store.Find(View, "old", Cancellation));

        await Commit(other, 4, Put(Row("both", "p", "2", "new")));

        Assert.Equal(4, await Store.Checkpoint(View, other, Cancellation));
        Assert.Equal(0, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Equal(["both"], await Keys("p"));
        Assert.Equal("new", (await Store.Find(View, "both", Cancellation))!.Body.Text());

        await Commit(other, 5, Put(Row("second", "p", "3")));
        Assert.Equal(["both", "second"], await Keys("p"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(-1)]
    public async Task A_commit_that_expects_another_checkpoint_writes_nothing(long expected)
    {
        await Commit(1, 5, Put(Row("k", "p", "1", "first")));

        Assert.False(await Store.Commit(View, 1, expected, [Put(Row("k", "p", "1", "second")), Put(Row("l", "p", "1"))], 7, Cancellation));

        Assert.Equal(5, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Equal("first", (await Store.Find(View, "k", Cancellation))!.Body.Text());
        Assert.Equal(["k"], await Keys("p"));
        Assert.True(await Store.Commit(View, 1, 5, [Put(Row("k", "p", "1", "second"))], 7, Cancellation));
    }

    [Fact]
    public async Task Another_version_expects_zero_and_drops_nothing_where_it_expects_more()
    {
        await Commit(1, 5, Put(Row("k", "p", "1")));

        Assert.False(await Store.Commit(View, 2, 5, [], 6, Cancellation));
        Assert.Equal(["k"], await Keys("p"));
        Assert.True(await Store.Commit(View, 2, 0, [], 6, Cancellation));
        Assert.Empty(await Keys("p"));
    }

    [Fact]
    public async Task Of_commits_at_once_that_expect_the_same_checkpoint_one_is_made()
    {
        for (var round = 0; round < 20; round++)
        {
            var expected = round;
            var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(
                async () => await Store.Commit(View, 1, expected, [Put(Row($"by {n} in {expected}", "p", "1"))], expected + 1, Cancellation), Cancellation)));

            var winner = Assert.Single(Enumerable.Range(0, made.Length), n => made[n]);
            Assert.Equal([$"by {winner} in {expected}"], (await Keys("p")).Where(key => key.EndsWith($" in {expected}", StringComparison.Ordinal)));
        }

        Assert.Equal(20, await Store.Checkpoint(View, 1, Cancellation));
    }

    [Fact]
    public async Task Pages_after_a_place_come_to_every_row_once_in_order_and_none_behind_the_end()
    {
        string[] sorts = ["", "1", "1", "1", "2", "中", "𠮷", "\uFFFD"];
        await Commit(1, 1, [.. sorts.Select((sort, n) => Put(Row($"k{n}", "p", sort))), Put(Row("other", "q", "1"))]);
        foreach (var (to, max) in new (string?, int)[] { (null, 1), (null, 2), (null, 3), (null, 100), ("2", 1), ("2", 2), ("", 1) })
        {
            var all = await Store.Query(View, "p", null, to, 100, Cancellation);
            var found = new List<ViewRow>();
            for (var page = await Store.Query(View, "p", null, to, max, Cancellation); page.Count > 0;
                 page = await Store.QueryAfter(View, "p", new ViewPlace(page[^1].Sort, page[^1].Key), to, max, Cancellation))
            {
                Assert.InRange(page.Count, 1, max);
                found.AddRange(page);
            }

            Assert.Equal(all.Select(r => r.Key), found.Select(r => r.Key));
        }

        // A place of a row that has gone is a place all the same.
        Assert.Equal(["k4"], (await Store.QueryAfter(View, "p", new ViewPlace("1", "k9"), "2", 100, Cancellation)).Select(r => r.Key));
    }

    [Fact]
    public async Task Views_do_not_see_each_other()
    {
        await Commit(1, 10, Put(Row("k", "p", "1", "mine")));
        await Store.Commit("another", 5, 0, [Put(Row("k", "p", "1", "theirs")), Put(Row("l", "p", "1"))], 99, Cancellation);
        await Store.Commit("another", 6, 0, [], 100, Cancellation);

        Assert.Equal(10, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Equal("mine", (await Store.Find(View, "k", Cancellation))!.Body.Text());
        Assert.Equal(["k"], await Keys("p"));
        Assert.Empty(await Store.Query("another", "p", null, null, 10, Cancellation));
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_sort_then_key_and_only_of_their_partition()
    {
        await Commit(1, 1,
            Put(Row("d", "p", "2")), Put(Row("b", "p", "10")), Put(Row("c", "p", "2")), Put(Row("a", "p", "")), Put(Row("e", "P", "1")), Put(Row("f", "p2", "1")));

        Assert.Equal(["a", "b", "c", "d"], await Keys("p"));
    }

    [Fact]
    public async Task The_order_is_that_of_UTF8_bytes()
    {
        string[] ordered = ["", " ", "A", "Z", "a", "aa", "é", "中", "（", "\uFFFD", "𠮷"];
        await Commit(1, 1, [.. ordered.Reverse().Select((sort, n) => Put(Row($"{n}", "p", sort)))]);

        Assert.Equal(ordered, (await Store.Query(View, "p", null, null, 100, Cancellation)).Select(row => row.Sort));
    }

    [Theory]
    [InlineData(null, null, 100, "1 2 2 3 4")]
    [InlineData("2", null, 100, "2 2 3 4")]
    [InlineData(null, "2", 100, "1 2 2")]
    [InlineData("2", "3", 100, "2 2 3")]
    [InlineData("2", "2", 100, "2 2")]
    [InlineData("25", "29", 100, "")]
    [InlineData("3", "2", 100, "")]
    [InlineData("", "", 100, "")]
    [InlineData(null, null, 2, "1 2")]
    [InlineData("2", null, 1, "2")]
    [InlineData("20", null, 100, "3 4")]
    public async Task A_range_holds_both_its_ends_and_no_more_rows_than_asked_for(string? from, string? to, int max, string expected)
    {
        await Commit(1, 1, [.. "4 2 1 3".Split(' ').Select(sort => Put(Row($"k{sort}", "p", sort))), Put(Row("another two", "p", "2"))]);

        Assert.Equal(expected, string.Join(' ', (await Store.Query(View, "p", from, to, max, Cancellation)).Select(row => row.Sort)));
    }

    [Fact]
    public async Task A_commit_that_is_a_mistake_writes_nothing_of_itself()
    {
        await Commit(1, 5, Put(Row("k", "p", "1", "before")));

        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Commit(1, 6, Put(Row("k", "p", "1", "after")), new RowChange("one name", Row("another name", "p", "1"))));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Commit(1, 6, Put(Row("k", "p", "1", "after")), Put(Row("x", "p", "\uD800"))));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Commit(1, -1));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Query(View, "p", null, null, 0, Cancellation));

        Assert.Equal(5, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Equal("before", (await Store.Find(View, "k", Cancellation))!.Body.Text());
    }

    [Fact]
    public async Task A_commit_cancelled_beforehand_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Commit(View, 1, 0, [Put(Row("k", "p", "1"))], 1, new CancellationToken(canceled: true)));

        Assert.Equal(0, await Store.Checkpoint(View, 1, Cancellation));
        Assert.Null(await Store.Find(View, "k", Cancellation));
    }

    [Fact]
    public async Task Readers_see_a_commit_whole_or_not_at_all()
    {
        var writing = Task.Run(
            async () =>
            {
                for (var n = 1; n <= 100; n++)
                {
                    await Commit(1, n, [.. Enumerable.Range(0, 10).Select(k => Put(Row($"k{k}", "p", "s", $"{n}")))]);
                }
            },
            Cancellation);

        while (!writing.IsCompleted)
        {
            var before = await Store.Checkpoint(View, 1, Cancellation);
            var rows = await Store.Query(View, "p", null, null, 100, Cancellation);
            var after = await Store.Checkpoint(View, 1, Cancellation);

            var written = rows.Select(row => int.Parse(row.Body.Text(), System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
            Assert.True(written.Count <= 1, $"rows of commits {string.Join(", ", written)} together");
            Assert.InRange(written.SingleOrDefault(), before, after);
            await Task.Yield();
        }

        await writing;
        Assert.Equal(100, await Store.Checkpoint(View, 1, Cancellation));
    }

    private static RowChange Put(ViewRow row) => new(row.Key, row);

    private async Task Commit(int version, long checkpoint, params RowChange[] changes) => Assert.True(await Store.Commit(
        View, version, await Store.Checkpoint(View, version, CancellationToken.None), changes, checkpoint, CancellationToken.None));

    private async Task<IEnumerable<string>> Keys(string partition) =>
        (await Store.Query(View, partition, null, null, 100, Cancellation)).Select(row => row.Key);
}
