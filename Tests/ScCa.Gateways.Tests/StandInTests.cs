using ScCa.Application.Ports;
using ScCa.Gateways.Sms;
using ScCa.Gateways.Staff;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class StandInTests
{
    // What speaks to the world outside for real, and is not marked.
    private static readonly string[] Real = ["HttpSmsGateway", "StatementFolder", "WeChatPayments"];

    [Fact]
    public void Every_gateway_in_this_room_but_the_real_ones_is_marked_as_standing_in_for_something()
    {
        var gateways = typeof(LocalSmsOutbox).Assembly.GetExportedTypes()
            .Where(type => type.GetInterfaces().Any(port => port.Namespace == typeof(ISmsGateway).Namespace))
            .ToLookup(type => type.IsAssignableTo(typeof(IStandIn)), type => type.Name);

        Assert.Equal(["DemoStaff", "LocalBank", "LocalSmsOutbox", "LocalTokenDesk", "LocalWeChatPay"], gateways[true].Order(StringComparer.Ordinal));
        Assert.Equal(Real, gateways[false].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stand_in_says_what_it_stands_in_for()
    {
        IStandIn[] standIns =
            [new LocalSmsOutbox("x", new FixedClock()), new Bank.LocalBank("x", new FixedClock(), new CountedRandom(1)), new Tokens.LocalTokenDesk("x"), new DemoStaff()];

        Assert.Equal(["SMS gateway", "bank statements", "token desk", "staff directory"], standIns.Select(standIn => standIn.StandsInFor.En));
        Assert.All(standIns, standIn => Assert.Matches(@"[\u4e00-\u9fff]", standIn.StandsInFor.ZhCn));
    }

    [Fact]
    public void The_demonstrations_staff_are_found_by_their_ids()
    {
        var staff = new DemoStaff();

        Assert.Equal(["demo-reviewer", "demo-finance", "demo-dispatch"], staff.All.Select(member => member.Id));
        Assert.All(staff.All, member => Assert.Same(member, staff.Find(member.Id)));
        Assert.Null(staff.Find("nobody"));
    }
}
