using NodaTime;
using ScCa.Application.Sweeps;
using Xunit;

namespace ScCa.Application.Tests.Sweeps;

public sealed class ReminderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C10")]
    public async Task A_certificate_is_reminded_of_60_30_and_7_days_ahead_and_on_expiry_each_once()
    {
        await using var system = TestSystem.Create();
        await system.Issued();
        var before = await Told(system);

        await Nights(system, new LocalDate(2026, 10, 1), new LocalDate(2027, 2, 1));

        Assert.Equal(["还有 60 天", "还有 30 天", "还有 7 天", "已于 2027-01-05 到期"], Marks((await Told(system))[before.Count..]));
    }

    [Fact, Trait("rule", "C10")]
    public async Task Nobody_is_reminded_once_a_renewal_is_granted()
    {
        await using var system = TestSystem.Create();
        await system.Granted();
        var before = await Told(system);

        await Nights(system, new LocalDate(2026, 12, 2), new LocalDate(2026, 12, 7));
        await Nights(system, new LocalDate(2026, 12, 29), new LocalDate(2027, 1, 10));

        Assert.DoesNotContain((await Told(system))[before.Count..], text => text.Contains("到期", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "C10")]
    public async Task A_sweep_that_was_missed_for_weeks_sends_only_the_nearest_reminder()
    {
        await using var system = TestSystem.Create();
        await system.Issued();
        await Nights(system, new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 1));
        var before = await Told(system);

        await Nights(system, new LocalDate(2026, 12, 20), new LocalDate(2026, 12, 20));

        Assert.Equal(["还有 16 天"], Marks((await Told(system))[before.Count..]));
    }

    [Fact, Trait("rule", "C10")]
    public async Task A_night_that_is_run_again_reminds_of_nothing_twice()
    {
        await using var system = TestSystem.Create();
        await system.Issued();
        await Nights(system, new LocalDate(2026, 11, 6), new LocalDate(2026, 11, 6));
        var before = await Told(system);

        await system.Get<Ports.IReactionCheckpoints>().Save("expiry-reminders", 0, Cancellation);
        await Nights(system, new LocalDate(2026, 11, 6), new LocalDate(2026, 11, 6));

        Assert.Equal(before, await Told(system));
    }

    [Fact, Trait("rule", "C5")]
    public async Task A_grant_that_is_not_used_is_reminded_of_after_7_and_30_days_and_not_once_it_is_on_the_key()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var before = await Told(system);

        await Nights(system, new LocalDate(2026, 12, 2), new LocalDate(2026, 12, 20));
        Assert.Equal(["已开通 7 天"], Marks((await Told(system))[before.Count..]));
        await Nights(system, new LocalDate(2026, 12, 21), new LocalDate(2027, 1, 2));
        Assert.Equal(["已开通 7 天", "已开通 30 天"], Marks((await Told(system))[before.Count..]));

        TestSystem.Value(await system.Demo.PullRenewal(certificate, Cancellation));
        await system.Work();
        var after = await Told(system);
        await Nights(system, new LocalDate(2027, 1, 3), new LocalDate(2027, 3, 1));
        Assert.Equal(after, await Told(system));
    }

    private static async Task Nights(TestSystem system, LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            system.Clock.Set(Domain.Shanghai.StartOf(day) + Duration.FromHours(1));
            await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
            await system.Work();
        }
    }

    private static async Task<List<string>> Told(TestSystem system) => [.. (await system.Demo.Outbox(Cancellation)).Reverse().Select(m => m.Text)];

    private static IEnumerable<string> Marks(IEnumerable<string> texts) =>
        texts.Select(t => System.Text.RegularExpressions.Regex.Match(t, "还有 [0-9]+ 天|已开通 [0-9]+ 天|已于 [0-9-]+ 到期").Value);
}
