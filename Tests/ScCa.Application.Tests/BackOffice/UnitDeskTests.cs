using ScCa.Application.Execution;
using ScCa.Application.Tests.Units;
using ScCa.Domain.Units;
using Xunit;

namespace ScCa.Application.Tests.BackOffice;

public sealed class UnitDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "U2")]
    public async Task U2_A_clerk_registers_a_unit_and_sees_to_its_handlers_and_stands_with_the_events()
    {
        await using var units = await UnitSystem.Create();
        var desk = units.Desk;

        TestSystem.Value(await desk.Register("register", UnitSystem.Unit, TestSystem.HolderName, UnitSystem.Clerk, Cancellation));
        TestSystem.Value(await desk.AuthorizeHandler("authorize", UnitSystem.Unit, TestSystem.HandlerName, TestSystem.Phone, UnitSystem.Clerk, Cancellation));
        await units.System.Work();
        var handler = Assert.Single(TestSystem.Value(await desk.Handlers(UnitSystem.Unit, UnitSystem.Clerk, Cancellation)));
        Assert.Equal((TestSystem.HandlerName, "138****5678"), (handler.Name, handler.Phone));

        TestSystem.Value(await desk.ChangeHandlerPhone(
            "change", UnitSystem.Unit, handler.Handler, TestSystem.HandlerName, UnitSystem.SecondPhone, UnitSystem.Clerk, Cancellation));
        await units.System.Work();
        var moved = Assert.Single(TestSystem.Value(await desk.Handlers(UnitSystem.Unit, UnitSystem.Clerk, Cancellation)));
        Assert.NotEqual(handler.Handler, moved.Handler);
        TestSystem.Value(await desk.WithdrawHandler("withdraw", UnitSystem.Unit, moved.Handler, UnitSystem.Clerk, Cancellation));
        await units.System.Work();

        Assert.Empty(TestSystem.Value(await desk.Card(UnitSystem.Unit, UnitSystem.Clerk, Cancellation)).Handlers);
        var events = await units.System.Get<CommandExecutor>().Events<Unit>(UnitSystem.Unit, Cancellation);
        Assert.All(events, e => Assert.Equal("staff:clerk-1", e.Metadata.Actor));
        Assert.Equal("clerk-1", ((HandlerWithdrawn)events[^1].Body).Evidence.Staff?.Value);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_and_a_unit_that_is_not_there_too()
    {
        await using var units = await UnitSystem.Create();

        TestSystem.RefusedWith("I3", "CreditCodeMalformed", await units.Desk.Card("x", UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("U1", "UnitUnknown", await units.Desk.Card(UnitSystem.Unit, UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("U1", "UnitUnknown", await units.Desk.Handlers(UnitSystem.Unit, UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("I2", "HolderNameMalformed", await units.Desk.Register("r", UnitSystem.Unit, " ", UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("I4", "HandlerNameMalformed", await units.Desk.AuthorizeHandler("a", UnitSystem.Unit, "", TestSystem.Phone, UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("I6", "IdMalformed", await units.Desk.WithdrawHandler("w", UnitSystem.Unit, "not an id", UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("I11", "TextTooLong", await units.Desk.RejectRoleAccount(
            "x", UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "a", new string('因', 501), TestSystem.Reviewer, Cancellation));
        TestSystem.RefusedWith("I5", "ChoiceUnknown", await units.Desk.ApproveRoleAccount(
            "y", UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "", TestSystem.Reviewer, Cancellation));
    }
}
