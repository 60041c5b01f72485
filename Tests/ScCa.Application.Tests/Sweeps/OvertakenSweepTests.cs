using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Payments;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Sweeps;

/// <summary>What is paid for and not obtained before the certificate ends on 5 January 2027, or before it is revoked.</summary>
public sealed class OvertakenSweepTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A3")]
    public async Task A_reissue_that_is_paid_too_late_ends_by_itself_goes_back_and_makes_room_for_the_renewal()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await ReissueApproved(system, certificate);
        system.Clock.Set(Instant.FromUtc(2027, 1, 6, 1, 0));
        await system.Transfer(50);
        Assert.Equal(ApplicationStep.ReadyToFulfil, (await system.State(certificate)).Open!.Step);
        RefusedWith("A2", "ApplicationInProgress", await system.Renew(certificate, "renew-0", withKey: false));

        var night = await Night(system);
        var second = await Night(system);

        Assert.Equal((1, 0), (night.Counts["overtaken-sweep"], second.Counts["overtaken-sweep"]));
        Assert.Single(await system.EventNames(certificate), n => n == nameof(ApplicationOvertaken));
        var refund = Assert.Single(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation)));
        Assert.Equal(("50.00", RefundCause.ApplicationEnded), (refund.Amount, refund.Cause));
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("补办申请未能在证书有效期（至 2027-01-05）内办结", StringComparison.Ordinal));
        Assert.Equal(Standing.Closed, (await system.Hall.Progress(Phone, Cancellation)).Single(r => r.Application == 2).Standing);
        Value(await system.Renew(certificate, withKey: false));
    }

    [Fact, Trait("rule", "A3")]
    public async Task What_nobody_has_paid_for_or_looked_at_ends_too_and_a_renewal_stays()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var renewing = await AnotherIssued(system);
        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 1, 0));
        Value(await system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = "Lost" }));
        Value(await system.Renew(renewing));
        await system.Work();
        Assert.Equal(0, (await Night(system)).Counts["overtaken-sweep"]);

        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 16, 0));
        Assert.Equal(1, (await Night(system)).Counts["overtaken-sweep"]);

        Assert.Null((await system.State(certificate)).Open);
        Assert.NotNull((await system.State(renewing)).Open);
        Assert.DoesNotContain(Value(await system.Get<ReviewDesk>().Queue(Reviewer, Cancellation)), r => r.Certificate == certificate);
        Assert.Empty(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "A3")]
    public async Task What_is_fulfilled_in_time_is_not_looked_at_again()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await ReissueApproved(system, certificate);
        await system.Transfer(50);

        system.Clock.Set(Instant.FromUtc(2027, 1, 7, 1, 0));
        Assert.Equal(0, (await Night(system)).Counts["overtaken-sweep"]);

        Assert.Empty(await system.Get<OvertakenReader>().All(Cancellation).ToListAsync(Cancellation));
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C8"), Trait("rule", "D4")]
    public async Task A_paid_renewal_that_is_revoked_before_it_is_written_is_refunded_and_not_invoiced()
    {
        await using var system = Create();
        var certificate = await system.Granted();
        var desk = system.Get<RevocationDesk>();
        Value(await desk.Order("order", certificate, "PrivilegeWithdrawn", "法院裁定", TestStaff.Operator, Cancellation));
        Value(await desk.Confirm("confirm", certificate, TestStaff.Senior, Cancellation));
        await system.Work();

        var refund = Assert.Single(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation)));
        Assert.Equal(("200.00", RefundCause.ApplicationEnded), (refund.Amount, refund.Cause));
        Assert.DoesNotContain(Value(await system.Get<FinanceDesk>().Invoices(Accountant, Cancellation)), i => i.Application == 2);
        Assert.Equal(Standing.Closed, (await system.Hall.Progress(Phone, Cancellation)).Single(r => r.Application == 2).Standing);
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("更新权限尚未使用即已终止", StringComparison.Ordinal));
    }

    private static async Task ReissueApproved(TestSystem system, string certificate)
    {
        system.Clock.Set(Instant.FromUtc(2027, 1, 4, 1, 0));
        Value(await system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = "Lost" }));
        await system.Work();
        await system.Approve(certificate, 2);
        if ((await system.State(certificate)).Open is { Step: ApplicationStep.AwaitingVerification })
            Value(await system.Get<WindowDesk>().VerifyOnSite("seen", certificate, 2, TestStaff.Clerk, Cancellation));
    }

    private static async Task<string> AnotherIssued(TestSystem system)
    {
        var other = await system.Applied("apply-2");
        await system.Approve(other, 1);
        await system.Transfer(300);
        return other;
    }

    private static async Task<NightlyReport> Night(TestSystem system)
    {
        await system.Work();
        var report = await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
        return report;
    }
}
