using NodaTime;
using ScCa.Application.Ports;
using ScCa.Application.Status;
using Xunit;

namespace ScCa.Application.Tests.Status;

public sealed class CertificateStatusesTests
{
    private const int MoreThanAPage = 1300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(0), InlineData(700), InlineData(1001), InlineData(2600)]
    public async Task Everything_revoked_is_listed_once_however_far_the_view_has_come(int position)
    {
        var many = new ManyCertificates(MoreThanAPage);
        await many.Revoke();
        await many.CatchUp(position);
        using var statuses = new CertificateStatuses(many.Stores.Events, many.Stores.Views);

        Assert.Equal(Every(many), await Listed(statuses, ManyCertificates.Issued));
        await many.CatchUp();
        Assert.Equal(Every(many), await Listed(statuses, ManyCertificates.Issued));
    }

    [Fact]
    public async Task A_row_that_moves_to_a_later_page_while_pages_are_read_is_not_listed_twice()
    {
        var many = new ManyCertificates(MoreThanAPage);
        await many.Revoke();
        await many.CatchUp();
        var views = new BetweenPages(many.Stores.Views, async () =>
        {
            await many.Renew(3, 2);
            await many.CatchUp();
        });
        using var statuses = new CertificateStatuses(many.Stores.Events, views);

        Assert.Equal(Every(many), await Listed(statuses, ManyCertificates.Issued));
    }

    [Fact]
    public async Task What_has_passed_its_end_is_listed_no_more()
    {
        var many = new ManyCertificates(3);
        await many.Revoke();
        await many.CatchUp(2);
        using var statuses = new CertificateStatuses(many.Stores.Events, many.Stores.Views);
        var end = ManyCertificates.Issued + Duration.FromDays(365);

        Assert.Equal(3, (await Listed(statuses, end)).Count);
        Assert.Empty(await Listed(statuses, end + Duration.FromSeconds(1)));
        Assert.NotNull((await statuses.Find(ManyCertificates.SerialOf(1, 1), Cancellation))!.Revocation);
    }

    [Fact]
    public async Task A_view_that_is_too_far_behind_says_nothing_until_it_has_come_nearer()
    {
        var many = new ManyCertificates(10);
        await many.Revoke();
        using var statuses = new CertificateStatuses(many.Stores.Events, many.Stores.Views, behindMax: 5);

        await Assert.ThrowsAsync<StatusesBehindException>(async () => await statuses.Find(ManyCertificates.SerialOf(0, 1), Cancellation));
        await Assert.ThrowsAsync<StatusesBehindException>(() => Listed(statuses, ManyCertificates.Issued));
        await many.CatchUp(15);
        Assert.NotNull(await statuses.Find(ManyCertificates.SerialOf(9, 1), Cancellation));
    }

    [Fact]
    public async Task A_view_that_begins_anew_while_rows_are_read_is_noticed()
    {
        var many = new ManyCertificates(MoreThanAPage);
        await many.Revoke();
        await many.CatchUp();
        var views = new BetweenPages(many.Stores.Views, async () => await many.Stores.Views.Commit(SerialsView.ViewName, 99, 0, [], 1, Cancellation));
        using var statuses = new CertificateStatuses(many.Stores.Events, views);

        await Assert.ThrowsAsync<StatusesBehindException>(() => Listed(statuses, ManyCertificates.Issued));
    }

    private static List<string> Every(ManyCertificates many) =>
        [.. Enumerable.Range(0, many.Count).Select(i => ManyCertificates.SerialOf(i, 1).Value).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> Listed(CertificateStatuses statuses, Instant at)
    {
        var listed = new List<string>();
        await foreach (var status in statuses.Revoked(at, Cancellation))
            listed.Add(status.Serial.Value);
        return [.. listed.Order(StringComparer.Ordinal)];
    }

    /// <summary>Something happens between the first page and the next.</summary>
    private sealed class BetweenPages(IViewStore real, Func<Task> happens) : IViewStore
    {
        public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation) => real.Checkpoint(view, version, cancellation);

        public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation) => real.Find(view, key, cancellation);

        public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation) =>
            real.Query(view, partition, from, to, max, cancellation);

        public async ValueTask<IReadOnlyList<ViewRow>> QueryAfter(
            string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation)
        {
            await happens();
            return await real.QueryAfter(view, partition, after, to, max, cancellation);
        }

        public ValueTask<bool> Commit(
            string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation) =>
            real.Commit(view, version, expected, changes, checkpoint, cancellation);
    }
}
