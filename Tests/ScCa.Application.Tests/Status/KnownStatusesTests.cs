using ScCa.Application.Ports;
using ScCa.Application.Status;
using Xunit;

namespace ScCa.Application.Tests.Status;

/// <summary>What is kept of a status is said only for as long as it is so.</summary>
public sealed class KnownStatusesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_serial_that_is_asked_about_again_costs_no_row_until_something_happens_to_its_certificate(bool hasView)
    {
        var many = new ManyCertificates(20);
        await many.Issue();
        if (hasView)
            await many.CatchUp();
        var views = new CountedRows(many.Stores.Views);
        using var statuses = new CertificateStatuses(many.Stores.Events, views);
        Assert.Null((await statuses.Find(ManyCertificates.SerialOf(3, 1), Cancellation))!.Revocation);
        var rows = views.Found;

        // Another's revocation says nothing of this one.
        await many.Revoke(4);
        Assert.Null((await statuses.Find(ManyCertificates.SerialOf(3, 1), Cancellation))!.Revocation);
        Assert.Equal(rows, views.Found);

        await many.Revoke(3);
        Assert.NotNull((await statuses.Find(ManyCertificates.SerialOf(3, 1), Cancellation))!.Revocation);
    }

    [Fact]
    public async Task What_was_kept_before_the_tail_was_begun_anew_is_asked_anew()
    {
        var many = new ManyCertificates(700);
        await many.Issue();
        using var statuses = new CertificateStatuses(many.Stores.Events, many.Stores.Views);
        Assert.Null((await statuses.Find(ManyCertificates.SerialOf(3, 1), Cancellation))!.Revocation);

        // The view takes the revocation in, and the tail that begins after it has no word of it.
        await many.Revoke(3);
        for (var i = 10; i < 700; i++)
            await many.Renew(i, 2);
        await many.CatchUp();
        await many.Renew(1, 2);
        Assert.NotNull((await statuses.Find(ManyCertificates.SerialOf(5, 1), Cancellation))!);
        await many.Renew(2, 2);

        Assert.NotNull((await statuses.Find(ManyCertificates.SerialOf(3, 1), Cancellation))!.Revocation);
    }

    private sealed class CountedRows(IViewStore real) : IViewStore
    {
        public int Found { get; private set; }

        public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation) => real.Checkpoint(view, version, cancellation);

        public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation)
        {
            Found++;
            return real.Find(view, key, cancellation);
        }

        public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation) =>
            real.Query(view, partition, from, to, max, cancellation);

        public ValueTask<IReadOnlyList<ViewRow>> QueryAfter(string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation) =>
            real.QueryAfter(view, partition, after, to, max, cancellation);

        public ValueTask<bool> Commit(
            string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation) =>
            real.Commit(view, version, expected, changes, checkpoint, cancellation);
    }
}
