using System.Text;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Tests.Units;
using ScCa.Application.Views;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Application.Tests.Views;

public sealed class UnitCardViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_view_thrown_away_and_rebuilt_holds_the_same_rows()
    {
        await using var units = await UnitSystem.WithHandler();
        TestSystem.Value(await units.Authorize(UnitSystem.SecondPhone));
        TestSystem.Value(await units.Declare());
        TestSystem.Value(await units.Declare(kind: "carrier"));
        TestSystem.Value(await units.Desk.ApproveRoleAccount(
            units.NewId(), UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "sc0006", TestSystem.Reviewer, Cancellation));
        await units.System.Work();
        var first = TestSystem.Value(await units.Hall.Handlers(UnitSystem.Unit, TestSystem.Phone, Cancellation))[0].Handler;
        TestSystem.Value(await units.Hall.WithdrawHandler(
            units.NewId(), UnitSystem.Unit, first, units.Signed(UnitHall.ToWithdraw, UnitSystem.Unit, first), TestSystem.Phone, Cancellation));
        await units.System.Work();

        var rebuilt = new MemoryStores().Views;
        await new ViewRunner(units.System.Events, rebuilt, [new UnitCardView()]).CatchUp(Cancellation);

        var (kept, again) = (new UnitCardReader(units.System.Get<IViewStore>()), new UnitCardReader(rebuilt));
        Assert.Equal(await Row(units.System.Get<IViewStore>()), await Row(rebuilt));
        Assert.Equal(await kept.Waiting(10, Cancellation), await again.Waiting(10, Cancellation));
        Assert.Equal("carrier", Assert.Single(await again.Waiting(10, Cancellation)).Kind);
        Assert.Equal(
            [UnitSystem.SecondPhone], (await Task.WhenAll(new[] { TestSystem.Phone, UnitSystem.SecondPhone }.Select(async phone =>
                (Phone: phone, Units: await units.Hall.Units(phone, Cancellation))))).Where(p => p.Units.Count > 0).Select(p => p.Phone));
    }

    private static async Task<string> Row(IViewStore store) =>
        Encoding.UTF8.GetString((await store.Find(UnitCardView.ViewName, UnitSystem.Unit, Cancellation))!.Body.Span);
}
