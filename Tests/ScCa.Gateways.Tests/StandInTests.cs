using ScCa.Application.Ports;
using ScCa.Gateways.Sms;
using ScCa.Gateways.Staff;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class StandInTests
{
    [Fact]
    public void Every_gateway_in_this_room_is_marked_as_standing_in_for_something_named_in_both_languages()
    {
        var gateways = typeof(LocalSmsOutbox).Assembly.GetExportedTypes()
            .Where(type => type.GetInterfaces().Any(port => port.Namespace == typeof(ISmsGateway).Namespace)).ToList();

        Assert.Equal(["DemoStaff", "LocalBank", "LocalSmsOutbox", "LocalTokenDesk"], gateways.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(gateways, type => Assert.True(type.IsAssignableTo(typeof(IStandIn))));
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
