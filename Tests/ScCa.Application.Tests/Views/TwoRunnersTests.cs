using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Views;

public sealed class TwoRunnersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runners_at_once_fold_no_event_twice()
    {
        await using var system = Create(afterwards: services =>
        {
            var memory = services.Last(s => s.ServiceType == typeof(IViewStore));
            services.AddSingleton<IViewStore>(provider => new Slow((IViewStore)memory.ImplementationFactory!(provider)));
        });
        for (var n = 0; n < 5; n++)
            await system.Applied($"apply-{n}", $"第{n}公司");
        await system.Work();
        for (var n = 0; n < 5; n++)
            Value(await system.Hall.Withdraw($"w-{n}", await system.Applied($"more-{n}", $"又{n}公司"), 1, Phone, withRefund: false, Cancellation));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => system.Get<ViewRunner>().CatchUp(Cancellation), Cancellation)));

        var day = Assert.Single(Value(await system.Get<FiguresDesk>().Between(new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 5), TestStaff.Auditor, Cancellation)));
        Assert.Equal((10, 5), (day.Applied, day.Withdrawn));
    }

    /// <summary>Lets every runner read before any of them writes.</summary>
    private sealed class Slow(IViewStore store) : IViewStore
    {
        public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation) => store.Checkpoint(view, version, cancellation);

        public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation) => store.Find(view, key, cancellation);

        public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation) =>
            store.Query(view, partition, from, to, max, cancellation);

        public ValueTask<IReadOnlyList<ViewRow>> QueryAfter(string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation) =>
            store.QueryAfter(view, partition, after, to, max, cancellation);

        public async ValueTask<bool> Commit(
            string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation)
        {
            await Task.Delay(20, cancellation);
            return await store.Commit(view, version, expected, changes, checkpoint, cancellation);
        }
    }
}
