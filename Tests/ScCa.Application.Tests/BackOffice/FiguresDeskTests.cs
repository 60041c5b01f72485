using NodaTime;
using ScCa.Application.BackOffice;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class FiguresDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "F2")]
    public async Task Figures_are_counted_by_platform_and_day()
    {
        await using var system = Create();
        await system.Issued();
        await system.IssuedToExpert();
        system.Clock.Set(Instant.FromUtc(2026, 1, 6, 1, 0));
        var certificate = await system.Applied("apply-3", "丙公司");
        Value(await system.Hall.Withdraw("w", certificate, 1, Phone, withRefund: false, Cancellation));
        await system.Work();
        var desk = system.Get<FiguresDesk>();

        var days = Value(await desk.Between(new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6), TestStaff.Auditor, Cancellation));

        Assert.Equal(
            [("gov-procurement", new LocalDate(2026, 1, 5), 2, 2, 0, 2, "400.00"), ("gov-procurement", new LocalDate(2026, 1, 6), 1, 0, 1, 0, "0.00")],
            days.Select(d => (d.Platform, d.Day, d.Applied, d.Approved, d.Withdrawn, d.Generations, d.Charged)));
        Assert.Empty(Value(await desk.Between(new LocalDate(2026, 1, 7), new LocalDate(2026, 1, 31), TestStaff.Auditor, Cancellation)));
    }

    [Fact, Trait("rule", "C5")]
    public async Task A_grant_that_nobody_used_for_ninety_days_is_seen_to_by_staff_until_it_is_on_the_key()
    {
        await using var system = Create();
        var certificate = await system.Granted();
        var desk = system.Get<FiguresDesk>();

        system.Clock.Advance(Duration.FromDays(89));
        Assert.Empty(Value(await desk.UnusedGrants(Reviewer, Cancellation)));
        system.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(certificate, Assert.Single(Value(await desk.UnusedGrants(Reviewer, Cancellation))).Certificate);
        await system.Pulled(certificate);

        Assert.Empty(Value(await desk.UnusedGrants(Reviewer, Cancellation)));
    }

    [Fact, Trait("rule", "C10")]
    public async Task What_ends_soon_is_listed_the_last_day_included()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2026, 12, 6, 1, 0));
        var desk = system.Get<FiguresDesk>();

        Assert.Empty(Value(await desk.ExpiringSoon(29, Reviewer, Cancellation)));
        Assert.Equal(certificate, Assert.Single(Value(await desk.ExpiringSoon(30, Reviewer, Cancellation))).Certificate);
        Assert.Single(Value(await desk.ExpiringSoon(int.MaxValue, Reviewer, Cancellation)));
        Assert.Empty(Value(await desk.ExpiringSoon(int.MinValue, Reviewer, Cancellation)));
    }
}
