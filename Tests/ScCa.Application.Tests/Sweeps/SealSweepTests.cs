using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Application.Tests.Sweeps;

public sealed class SealSweepTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "S6")]
    public async Task A_seals_end_is_noted_once_effective_at_its_last_second_however_late_and_often_the_sweep_runs()
    {
        await using var system = TestSystem.Create();
        var certificate = await SealedAndRenewed(system);
        var sweep = system.Get<NightlySweep>();

        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 15, 59, 59));
        Assert.Equal(0, await Recorded(sweep, system));
        system.Clock.Set(Instant.FromUtc(2027, 1, 9, 1, 0));
        Assert.Equal(1, await Recorded(sweep, system));
        Assert.Equal(0, await Recorded(sweep, system));
        system.Clock.Set(Instant.FromUtc(2027, 1, 10, 1, 0));
        Assert.Equal(0, await Recorded(sweep, system));

        var expired = (await system.Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation)).Select(e => e.Body).OfType<SealExpired>().Single();
        Assert.Equal(Instant.FromUtc(2027, 1, 5, 15, 59, 59), expired.At);
    }

    [Fact, Trait("rule", "S5")]
    public async Task The_handler_is_told_once_of_a_seal_that_its_certificate_outlives()
    {
        await using var system = TestSystem.Create();
        await SealedAndRenewed(system);

        system.Clock.Set(Instant.FromUtc(2027, 1, 9, 1, 0));
        await Recorded(system.Get<NightlySweep>(), system);
        await Recorded(system.Get<NightlySweep>(), system);
        await system.Work();

        Assert.Single(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("电子印章已于 2027-01-05 到期", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "S5")]
    public async Task The_handler_is_told_also_where_the_sweep_died_after_the_end_was_noted()
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = TestSystem.Create(services => services.AddSingleton<IEventStore>(store));
        await SealedAndRenewed(system);
        system.Clock.Set(Instant.FromUtc(2027, 1, 4, 18, 0));
        await Recorded(system.Get<NightlySweep>(), system);
        await system.Work();
        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 18, 0));
        (store.FaultAt, store.Kind) = (store.Appends + 1, FaultKind.Written);

        await Assert.ThrowsAsync<CrashException>(() => Recorded(system.Get<NightlySweep>(), system));
        Assert.Equal(0, await Recorded(system.Get<NightlySweep>(), system));
        await system.Work();

        Assert.Single(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("电子印章已于 2027-01-05 到期", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "S6")]
    public async Task A_revoked_certificates_seals_are_not_waited_for()
    {
        await using var system = TestSystem.Create();
        var certificate = await SealedAndRenewed(system);
        await system.Revoked(certificate, 4);

        system.Clock.Set(Instant.FromUtc(2027, 1, 9, 1, 0));

        Assert.Equal(0, await Recorded(system.Get<NightlySweep>(), system));
        Assert.Empty(await system.Get<DueIndexReader>().SealsEndedBefore(new LocalDate(2030, 1, 1), Cancellation).ToListAsync(Cancellation));
    }

    [Fact, Trait("rule", "S5")]
    public async Task A_seal_that_was_renewed_ends_with_its_certificate()
    {
        await using var system = TestSystem.Create();
        var certificate = await SealedAndRenewed(system);
        TestSystem.Value(await system.Operate(certificate, "SealRenew"));
        await system.Scan(certificate, 4);

        system.Clock.Set(Instant.FromUtc(2027, 1, 9, 1, 0));

        Assert.Equal(0, await Recorded(system.Get<NightlySweep>(), system));
        Assert.Single(await system.Get<DueIndexReader>().SealsEndedBefore(new LocalDate(2028, 1, 6), Cancellation).ToListAsync(Cancellation));
    }

    // The seal's end stays 5 January 2027, the certificate's is 2028.
    private static async Task<string> SealedAndRenewed(TestSystem system)
    {
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        await system.Renewed(certificate, 3);
        return certificate;
    }

    private static async Task<int> Recorded(NightlySweep sweep, TestSystem system) =>
        (await sweep.Run(system.Clock.GetCurrentInstant(), Cancellation)).Counts["seal-sweep"];
}
