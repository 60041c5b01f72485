using NodaTime;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using Xunit;

namespace ScCa.Application.Tests.Sweeps;

public sealed class LapseSweepTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A3")]
    public async Task An_idle_application_is_warned_of_once_lapses_a_week_later_and_leaves_every_queue()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);

        for (var day = 1; day <= 40; day++)
            await Night(system);

        var names = await system.EventNames(certificate);
        Assert.Equal(["CertificateAppliedFor", "ApplicationApproved", "MaterialProvided", "MaterialsCompleted", "LapseAnnounced", "ApplicationLapsed"], names);
        var told = (await system.Demo.Outbox(Cancellation)).Reverse().Select(m => m.Text).ToList();
        Assert.Collection(
            told,
            text => Assert.Contains("应缴 300.00 元", text, StringComparison.Ordinal),
            text => Assert.Contains("将于 2026-02-04 失效", text, StringComparison.Ordinal),
            text => Assert.Contains("已失效", text, StringComparison.Ordinal));
        Assert.Equal(Standing.Closed, Assert.Single(await system.Hall.Progress(TestSystem.Phone, Cancellation)).Standing);
        await system.Transfer(300);
        Assert.Single(TestSystem.Value(await system.Get<ScCa.Application.BackOffice.FinanceDesk>().Unmatched(TestSystem.Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "A3")]
    public async Task An_application_that_moves_again_after_its_warning_does_not_lapse()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);
        for (var day = 1; day <= 25; day++)
            await Night(system);

        await system.Transfer(300);
        for (var day = 1; day <= 40; day++)
            await Night(system);

        Assert.DoesNotContain("ApplicationLapsed", await system.EventNames(certificate));
    }

    [Fact, Trait("rule", "A3")]
    public async Task An_application_that_nobody_reviews_never_lapses()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();

        for (var day = 1; day <= 90; day++)
            await Night(system);

        Assert.Equal(["CertificateAppliedFor"], await system.EventNames(certificate));
    }

    [Fact, Trait("rule", "A3")]
    public async Task An_application_that_needs_no_review_and_is_not_paid_lapses_too_and_frees_its_certificate()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        await system.Renewed(certificate, 3);
        TestSystem.Value(await system.Operate(certificate, "SealRenew"));
        await system.Work();

        for (var day = 1; day <= 31; day++)
            await Night(system);

        Assert.Equal(["LapseAnnounced", "ApplicationLapsed"], (await system.EventNames(certificate))[^2..]);
        Assert.Null((await system.State(certificate)).Open);
    }

    private static async Task Night(TestSystem system)
    {
        system.Clock.Advance(Duration.FromDays(1));
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
    }
}
