using System.Text;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Application.Tests.Views;

public sealed class ViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_view_thrown_away_and_rebuilt_holds_the_same_rows_as_the_one_that_was_kept_up()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        TestSystem.Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Transfer(77, "无人认领公司");
        await system.Applied("apply-2", "第二家公司");
        var keptUp = system.Get<IViewStore>();

        var rebuilt = new MemoryStores().Views;
        await new ViewRunner(system.Events, rebuilt, system.All<IView>()).CatchUp(Cancellation);

        var rows = 0;
        foreach (var (view, key) in await Keys(system))
        {
            var (old, fresh) = (await keptUp.Find(view.Name, key, Cancellation), await rebuilt.Find(view.Name, key, Cancellation));
            Assert.Equal(Shown(old), Shown(fresh));
            rows += old is null ? 0 : 1;
        }

        Assert.True(rows >= 10, $"Only {rows} rows were compared.");
    }

    [Fact]
    public void A_fold_that_reaches_for_a_row_it_did_not_name_is_a_defect_and_says_so()
    {
        var rows = new Rows();

        Assert.Throws<InvalidOperationException>(() => rows.Get<string>("not asked for"));
        Assert.Throws<InvalidOperationException>(() => rows.Put("not asked for", "p", "s", "row"));
    }

    [Fact]
    public async Task Every_view_is_a_pure_fold_that_gives_the_same_rows_in_batches_of_any_size()
    {
        await using var system = TestSystem.Create();
        await system.Granted();
        var all = await system.Events.ReadAll(0, 1000, Cancellation);

        foreach (var view in system.All<IView>())
        {
            var (one, many) = (new Rows(), new List<string>());
            var store = new Dictionary<string, ViewRow?>(StringComparer.Ordinal);
            foreach (var stored in all)
            {
                var happened = ScCa.Application.Events.EventCodec.Decode(stored);
                var (keys, single) = (view.KeysFor(happened), new Rows());
                if (keys.Count == 0)
                    continue;
                foreach (var key in keys)
                {
                    single.Load(key, store.GetValueOrDefault(key));
                    if (!one.Has(key))
                        one.Load(key, null);
                }

                view.Fold(single, happened);
                view.Fold(one, happened);
                foreach (var change in single.Changes)
                    store[change.Key] = change.Row;
            }

            many.AddRange(store.Where(r => r.Value is not null).Select(r => Shown(r.Value)).Order(StringComparer.Ordinal));
            Assert.Equal(many, one.Changes.Where(c => c.Row is not null).Select(c => Shown(c.Row)).Order(StringComparer.Ordinal));
        }
    }

    private static async Task<IReadOnlyCollection<(IView View, string Key)>> Keys(TestSystem system)
    {
        var events = (await system.Events.ReadAll(0, 1000, Cancellation)).Select(ScCa.Application.Events.EventCodec.Decode).ToList();
        return [.. system.All<IView>().SelectMany(v => events.SelectMany(v.KeysFor).Distinct().Select(k => (v, k)))];
    }

    private static string Shown(ViewRow? row) => row is null ? "(none)" : $"{row.Key} {row.Partition} {row.Sort} {Encoding.UTF8.GetString(row.Body.Span)}";
}
