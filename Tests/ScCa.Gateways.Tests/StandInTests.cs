using ScCa.Application.Ports;
using ScCa.Domain.Staff;
using ScCa.Gateways.Sms;
using ScCa.Gateways.Staff;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class StandInTests
{
    // What speaks to the world outside for real, and is not marked.
    private static readonly string[] Real =
    [
        "HttpPlatformAccounts", "HttpSmsGateway", "PartnerCourier", "PartnerInvoices", "PartnerRealPersonChecks", "PolicyFiles", "StatementFolder", "TrackingFolder", "WeChatPayments",
    ];

    [Fact]
    public void Every_gateway_in_this_room_but_the_real_ones_is_marked_as_standing_in_for_something()
    {
        var gateways = typeof(LocalSmsOutbox).Assembly.GetExportedTypes()
            .Where(type => type.GetInterfaces().Any(port => port.Namespace == typeof(ISmsGateway).Namespace))
            .ToLookup(type => type.IsAssignableTo(typeof(IStandIn)), type => type.Name);

        Assert.Equal(
            [
                "DemoStaff", "LocalBank", "LocalCourier", "LocalInvoices", "LocalPlatformAccounts", "LocalRealPersonChecks", "LocalSmsOutbox", "LocalTokenDesk",
                "LocalWeChatPay", "LocalWeChatPayments",
            ],
            gateways[true].Order(StringComparer.Ordinal));
        Assert.Equal(Real, gateways[false].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stand_in_says_what_it_stands_in_for()
    {
        using var vault = new TestVault();
        IStandIn[] standIns =
            [new LocalSmsOutbox("x", vault.Personal, new FixedClock()), new Bank.LocalBank("x", vault.Payers, new FixedClock(), new CountedRandom(1)), new Tokens.LocalTokenDesk("x"), new DemoStaff(),
                new Accounts.LocalPlatformAccounts()];

        Assert.Equal(["SMS gateway", "bank statements", "token desk", "staff directory", "check of platform accounts"], standIns.Select(standIn => standIn.StandsInFor.En));
        Assert.All(standIns, standIn => Assert.Matches(@"[\u4e00-\u9fff]", standIn.StandsInFor.ZhCn));
    }

    [Fact]
    public async Task The_demonstrations_staff_are_found_by_their_ids_each_with_the_role_of_one_desk_and_two_where_it_takes_two()
    {
        var staff = new DemoStaff();

        var all = await staff.All(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ("demo-reviewer", StaffRole.Reviewer), ("demo-senior", StaffRole.SeniorReviewer), ("demo-clerk", StaffRole.WindowClerk),
                ("demo-operator", StaffRole.CaOperator), ("demo-auditor", StaffRole.Auditor), ("demo-finance", StaffRole.Finance), ("demo-dispatch", StaffRole.Dispatch),
                ("demo-admin", StaffRole.Administrator), ("demo-admin-2", StaffRole.Administrator),
            ],
            all.Select(member => (member.Id, Assert.Single(member.Roles))));
        foreach (var member in all)
            Assert.Same(member, await staff.Find(member.Id, TestContext.Current.CancellationToken));
        Assert.Null(await staff.Find("nobody", TestContext.Current.CancellationToken));
    }
}
