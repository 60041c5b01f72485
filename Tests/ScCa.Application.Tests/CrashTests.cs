using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Stores.Memory;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests;

/// <summary>A life in which the process dies at one append after the other: whatever is repeated afterwards, it must come to the same end.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C1")]
    public async Task A_life_that_dies_at_any_append_in_either_way_converges_to_one_generation_per_grant_with_every_intent_settled()
    {
        var undisturbed = await Live(int.MaxValue, FaultKind.NotWritten);
        Assert.True(undisturbed.Appends > 25, $"Only {undisturbed.Appends} appends: the life is not whole.");

        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            for (var fault = 1; fault <= undisturbed.Appends; fault++)
            {
                var end = await Live(fault, kind);
                Assert.True(end.HasFaulted, $"No fault at append {fault}.");
                Assert.True(undisturbed.Summary == end.Summary, $"Fault at append {fault} ({kind}):\n{LineDiff.Between(undisturbed.Summary, end.Summary)}");
            }
        }
    }

    private static async Task<(string Summary, int Appends, bool HasFaulted)> Live(int faultAt, FaultKind kind)
    {
        var stores = new MemoryStores();
        var store = new FaultyEventStore(stores.Events) { FaultAt = faultAt, Kind = kind };
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));

        var certificate = (await Insist(system, () => system.Hall.Apply(TestSystem.Application(), Cancellation))).Certificate;
        await Insist(system, () => system.Review.Approve("approve-1", certificate, 1, Reviewer, Cancellation));
        await system.Demo.Transfer(HolderName, 100_00, Cancellation);
        await system.Demo.Transfer(HolderName, 250_00, Cancellation);
        await Settle(system);
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        await Insist(system, () => system.Renew(certificate));
        await Insist(system, () => system.Review.Approve("approve-2", certificate, 2, Reviewer, Cancellation));
        await system.Demo.Transfer(HolderName, 200_00, Cancellation);
        await Settle(system);
        await Insist(system, () => PullUnlessWritten(system, certificate));
        return (await Summary(system, certificate), store.Appends, store.HasFaulted);
    }

    // An assistant that starts again asks first whether anything still waits to be written.
    private static async Task<Outcome<RenewalWritten>> PullUnlessWritten(TestSystem system, string certificate) =>
        await system.State(certificate) is IssuedCertificate { Grant: null }
            ? new RenewalWritten(certificate, 0)
            : await system.Demo.PullRenewal(certificate, Cancellation);

    // A caller whose process died sends the same thing again.
    private static async Task<T> Insist<T>(TestSystem system, Func<Task<Outcome<T>>> act) where T : class
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var value = Value(await act());
                await Settle(system);
                return value;
            }
            catch (CrashException) when (attempt == 0)
            {
            }
        }
    }

    // The worker dies, starts again, and waits out the pauses of what it had to repeat.
    private static async Task Settle(TestSystem system)
    {
        for (var round = 0; round < 4; round++)
        {
            try
            {
                await system.Work();
            }
            catch (CrashException)
            {
            }

            system.Clock.Advance(Duration.FromSeconds(30));
        }
    }

    private static async Task<string> Summary(TestSystem system, string certificate)
    {
        var state = Assert.IsType<IssuedCertificate>(await system.State(certificate));
        var names = await system.EventNames(certificate);
        var stored = await system.Events.ReadAll(0, 1000, Cancellation);
        Assert.Equal(names.Count(n => n == nameof(IssuanceIntended)), names.Count(n => n is nameof(GenerationIssued) or nameof(IssuanceAbandoned)));
        Assert.Null(state.Intent);
        Assert.Equal(state.Generations.Length + state.BurnedSerials.Length, state.Generations.Select(g => g.Serial).Concat(state.BurnedSerials).Distinct().Count());
        var onKey = await system.Demo.CertificateOnKey(certificate, Cancellation);
        Assert.Equal(state.Current.Certificate.Bytes.ToArray(), onKey!.Value.ToArray());
        string[] lines =
        [
            $"generations {state.Generations.Length}, on key {state.CurrentGeneration}, notAfter {state.NotAfter}",
            .. names.Where(n => n is not (nameof(IssuanceIntended) or nameof(IssuanceAbandoned))),
            .. stored.Where(e => e.Type.StartsWith("transfer.", StringComparison.Ordinal) || e.Type.StartsWith("message.", StringComparison.Ordinal))
                .GroupBy(e => e.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"),
            $"sms in the outbox {(await system.Demo.Outbox(Cancellation)).Count}",
            $"refundable {ExcessOf(stored)}",
        ];
        return string.Join('\n', lines);
    }

    private static string ExcessOf(IReadOnlyList<StoredEvent> stored) => stored
        .Select(EventCodec.Decode).Select(e => e.Body).OfType<TransferConfirmed>().Aggregate(Money.Zero, (sum, e) => sum + e.Excess).Value;
}
