using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Privacy;
using ScCa.Application.Sweeps;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.People;
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

    [Fact, Trait("rule", "A10")]
    public async Task A10_Whoever_has_asked_to_be_erased_is_reminded_of_nothing_and_still_told_of_a_revocation()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        await Stop(system);
        var before = await Told(system);

        await Nights(system, new LocalDate(2026, 10, 1), new LocalDate(2027, 2, 1));
        Assert.Equal(before, await Told(system));

        await system.Do(new OrderRevocation(
            new CommandId("revoke-1"), new CertificateId(certificate), RevocationReason.KeyCompromise, "密钥泄露", new StaffId(TestStaff.Operator), system.Clock.GetCurrentInstant()));
        await system.Do(new ConfirmRevocation(new CommandId("revoke-2"), new CertificateId(certificate), new StaffId(TestStaff.Senior), system.Clock.GetCurrentInstant()));
        await system.Work();
        Assert.Contains("吊销", Assert.Single((await Told(system))[before.Count..]), StringComparison.Ordinal);
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_A_reminder_of_a_persons_certificate_stops_when_he_asks_whoever_handles_it()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.IssuedToExpert();
        var before = await Told(system);
        var holder = ((KnownCertificate)await system.State(certificate)).Holder.NaturalPerson!.Subject;
        await system.Do(new RequestErasure(new CommandId("stop-1"), holder, new StaffId("admin"), "本人申请", system.Clock.GetCurrentInstant()));

        await Nights(system, new LocalDate(2026, 10, 1), new LocalDate(2027, 2, 1));

        Assert.Equal(before, await Told(system));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_A_reminder_that_was_asked_for_and_not_sent_before_the_stop_is_not_sent_after_it()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        var before = await Told(system);
        system.Clock.Set(Shanghai.StartOf(new LocalDate(2026, 11, 6)) + Duration.FromHours(3));
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await Stop(system);

        await system.Work();

        Assert.Equal(before, await Told(system));
        var message = await system.Get<CommandExecutor>().State<Message>($"{certificate}-expiry-1-60", Cancellation);
        Assert.Equal("processing-stopped", Assert.IsType<UndeliverableMessage>(message).Reason);
    }

    private static async Task Stop(TestSystem system)
    {
        Assert.True(Application.Privacy.Phone.TryParse(TestSystem.Phone, out var phone));
        var subject = system.Get<PersonalData>().SubjectOf(phone);
        await system.Do(new RequestErasure(new CommandId("stop-1"), subject, new StaffId("admin"), "本人申请", system.Clock.GetCurrentInstant()));
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
