using System.Text.Json;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Sweeps;

/// <summary>Rows that nothing can be done about keep nothing behind them waiting, however many they are.</summary>
public sealed class StarvationTests
{
    // More than one page of rows.
    private const int Stuck = 1003;

    private static readonly LocalDate LongAgo = new(2001, 1, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A3")]
    public async Task A3_An_idle_application_lapses_behind_a_thousand_that_cannot()
    {
        await using var system = Create();
        var certificate = await system.Applied("apply-1", "甲公司");
        await system.Approve(certificate, 1);
        await Put(system, DueIndexView.Idle, n => new IdleRow($"c-gone-{n}", 1, LongAgo, IsAnnounced: n % 2 == 0));

        system.Clock.Advance(Duration.FromDays(60));
        await Sweep<LapseSweep>(system);

        Assert.Contains("LapseAnnounced", await system.EventNames(certificate));
    }

    [Fact, Trait("rule", "C9"), Trait("rule", "S6")]
    public async Task C9_S6_A_certificate_and_its_seals_expire_behind_a_thousand_that_cannot()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await Put(system, DueIndexView.Expiry, n => new ExpiryRow($"c-gone-{n}", 1, LongAgo, null, null));
        await Put(system, DueIndexView.Seals, n => new SealsRow($"c-gone-{n}", [new SealEnd(1, LongAgo)]));

        system.Clock.Advance(Duration.FromDays(400));
        await Sweep<SealSweep>(system);
        Assert.Equal(1, await Sweep<ExpirySweep>(system));

        Assert.Contains(nameof(CertificateExpired), await system.EventNames(certificate));
    }

    [Fact, Trait("rule", "S6"), Trait("rule", "D2"), Trait("rule", "D4")]
    public async Task Every_due_row_is_walked_through_once_in_order()
    {
        await using var system = Create();
        await Put(system, DueIndexView.Seals, n => new SealsRow($"c-gone-{n}", [new SealEnd(1, LongAgo)]));
        await Put(system, DueIndexView.Parcel, n => new ParcelRow($"c-gone-{n}", 1, LongAgo, IsIssued: false));
        await Put(system, DueIndexView.Invoice, n => new InvoiceRow($"c-gone-{n}", 1, "1.00", LongAgo));
        var due = system.Get<DueIndexReader>();
        var expected = Enumerable.Range(0, Stuck).Select(n => $"c-gone-{n}").Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(expected, await due.SealsEndedBefore(LongAgo.PlusDays(1), Cancellation).Select(r => r.Certificate).ToArrayAsync(Cancellation));
        Assert.Equal(expected, await due.EveryParcel(Cancellation).Select(r => r.Certificate).ToArrayAsync(Cancellation));
        Assert.Equal(expected, await due.EveryInvoice(Cancellation).Select(r => r.Certificate).ToArrayAsync(Cancellation));
        Assert.Empty(await due.SealsEndedBefore(LongAgo, Cancellation).ToArrayAsync(Cancellation));
    }

    private static Task<int> Sweep<TSweep>(TestSystem system) where TSweep : ISweep =>
        system.All<ISweep>().OfType<TSweep>().Single().Run(system.Clock.GetCurrentInstant(), Cancellation);

    // As a view would hold them that has gone wrong: no certificate stands behind these rows.
    private static async Task Put<TRow>(TestSystem system, string partition, Func<int, TRow> row)
    {
        var (store, view) = (system.Get<IViewStore>(), new DueIndexView());
        var reached = await store.Checkpoint(view.Name, view.Version, Cancellation);
        RowChange[] changes =
        [
            .. Enumerable.Range(0, Stuck).Select(n => new ViewRow($"{partition}/c-gone-{n}", partition, "2001-01-01", JsonSerializer.SerializeToUtf8Bytes(row(n), StoredJson.Options)))
                .Select(r => new RowChange(r.Key, r)),
        ];
        Assert.True(await store.Commit(view.Name, view.Version, reached, changes, reached, Cancellation));
    }
}
