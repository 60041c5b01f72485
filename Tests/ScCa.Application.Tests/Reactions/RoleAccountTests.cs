using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Stores.Memory;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Reactions;

/// <summary>A key that waits for its unit's role account is promised for the same day, whichever of the two comes first (D2).</summary>
public sealed class RoleAccountTests
{
    private const string Platform = "pharma-procurement";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // 7 January 2026 is a Wednesday.
    [Theory, Trait("rule", "D2")]
    [InlineData(7, 5, 9)]
    [InlineData(7, 7, 9)]
    [InlineData(7, 8, 9)]
    [InlineData(7, 9, 16)]
    [InlineData(8, 8, 9)]
    [InlineData(9, 5, 16)]
    [InlineData(9, 12, 16)]
    public async Task D2_Account_and_completion_come_to_the_same_posting_day_whatever_the_worker_sees_first(int completed, int appliedFor, int posted)
    {
        foreach (var works in new[] { true, false })
        {
            foreach (var accountFirst in appliedFor == completed ? new[] { true, false } : [appliedFor < completed])
            {
                await using var system = Create();
                var certificate = await ToBeSeen(system);
                Func<Task>[] both = [() => Account(system, appliedFor), () => Seen(system, certificate, completed)];
                foreach (var comes in accountFirst ? both : both.Reverse())
                {
                    await comes();
                    // Without the worker in between, both events wait for it together.
                    if (works)
                        await system.Work();
                }

                await system.Work();
                await system.Work();
                var state = Assert.IsType<IssuedCertificate>(await system.State(certificate));
                Assert.Equal((new LocalDate(2026, 1, posted), new LocalDate(2026, 1, appliedFor)), (state.Parcel?.By.Date, state.RoleAccountAppliedOn));
                Assert.Equal(certificate, Assert.Single((await Batch(system, posted)).Parcels).Certificate);
            }
        }
    }

    [Fact, Trait("rule", "D2")]
    public async Task D2_A_role_account_without_its_settings_is_not_applied_for_yet()
    {
        await using var system = Create();
        var certificate = await ToBeSeen(system);
        Value(await system.Get<UnitHall>().ApplyForRoleAccount("account-half", TestSystem.CreditCode, Platform, TestSystem.Phone, Cancellation));
        await Seen(system, certificate, 7);
        await system.Work();

        Assert.Null(Assert.IsType<IssuedCertificate>(await system.State(certificate)).RoleAccountAppliedOn);
    }

    [Fact, Trait("rule", "D2")]
    public async Task D2_Past_the_cut_off_without_an_account_the_parcel_is_postponed_week_by_week_and_the_handler_is_told_each_time()
    {
        await using var system = Create();
        var certificate = await ToBeSeen(system);
        await Seen(system, certificate, 7);
        await system.Work();

        await Night(system, 8);
        Assert.Empty(await Postponements(system));
        await Night(system, 9);
        await Night(system, 9);
        Assert.Equal(["2026-01-16"], await Postponements(system));
        Assert.Equal(new LocalDate(2026, 1, 16), (await Parcel(system, certificate)).By.Date);
        Assert.Empty((await Batch(system, 9)).Parcels);

        await Night(system, 16);
        Assert.Equal(["2026-01-16", "2026-01-23"], await Postponements(system));
        await Account(system, 20);
        await system.Work();
        await Night(system, 23);

        Assert.Equal(["2026-01-16", "2026-01-23"], await Postponements(system));
        Assert.Equal(new LocalDate(2026, 1, 23), (await Parcel(system, certificate)).By.Date);
        Assert.Equal(certificate, Assert.Single((await Batch(system, 23)).Parcels).Certificate);
    }

    [Fact, Trait("rule", "D2")]
    public async Task D2_The_handler_is_told_of_a_postponement_also_where_the_sweep_died_after_it_and_ran_again_only_the_next_night()
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));
        var certificate = await ToBeSeen(system);
        await Seen(system, certificate, 7);
        await system.Work();
        (store.FaultAt, store.Kind) = (store.Appends + 1, FaultKind.Written);

        await Assert.ThrowsAsync<CrashException>(() => Night(system, 9));
        await Night(system, 10);

        Assert.Equal(["2026-01-16"], await Postponements(system));
    }

    private static void On(TestSystem system, int day, int hour = 10) =>
        system.Clock.Set(Shanghai.StartOf(new LocalDate(2026, 1, day)) + Duration.FromHours(hour));

    private static async Task<string> ToBeSeen(TestSystem system)
    {
        var form = TestSystem.Application() with { Platform = Platform, Role = "enterprise-unit", Channel = nameof(Channel.Window), SealPictures = [DigestOf("seal").Value] };
        var certificate = Value(await system.Hall.Apply(form, Cancellation)).Certificate;
        await system.Work();
        // The review of its first certificate registers the unit and its handler.
        Value(await system.Review.Approve("approve", certificate, 1, nameof(SealPictureFinding.NoAntiForgeryNumber), Reviewer, Cancellation));
        await system.Papers(certificate, 1);
        await system.Transfer(250);
        return certificate;
    }

    private static async Task Account(TestSystem system, int day)
    {
        On(system, day);
        Value(await system.Get<UnitHall>().ApplyForRoleAccount("account", TestSystem.CreditCode, Platform, TestSystem.Phone, Cancellation));
        Value(await system.Get<UnitHall>().CompleteUserBaseSettings("settings", TestSystem.CreditCode, Platform, TestSystem.Phone, Cancellation));
    }

    // The last thing that is missing is done at the window itself: the completion waits for no worker.
    private static async Task Seen(TestSystem system, string certificate, int day)
    {
        On(system, day);
        Value(await system.Get<WindowDesk>().VerifyOnSite("seen", certificate, 1, TestStaff.Clerk, Cancellation));
    }

    private static async Task Night(TestSystem system, int day)
    {
        On(system, day, hour: 1);
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
    }

    private static async Task<PromisedParcel> Parcel(TestSystem system, string certificate) => Assert.IsType<IssuedCertificate>(await system.State(certificate)).Parcel!;

    private static async Task<ScCa.Application.Views.BatchRow> Batch(TestSystem system, int day) =>
        Value(await system.Get<BatchDesk>().Batch(new LocalDate(2026, 1, day), Dispatcher, Cancellation));

    /// <summary>The new days that messages told of, the oldest first.</summary>
    private static async Task<string[]> Postponements(TestSystem system) =>
    [
        .. (await system.Demo.Outbox(Cancellation)).Reverse().Select(m => m.Text)
            .Where(t => t.Contains("顺延", StringComparison.Ordinal)).Select(t => t[t.IndexOf("2026-", StringComparison.Ordinal)..][..10]),
    ];
}
