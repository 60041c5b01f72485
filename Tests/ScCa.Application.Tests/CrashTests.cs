using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.BackOffice;
using ScCa.Application.Events;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
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

    [Theory, Trait("set", "long"), Trait("rule", "C1")]
    [InlineData("New and Renew", 25)]
    [InlineData("Change and Reissue", 25)]
    [InlineData("SealApply and SealRenew", 25)]
    [InlineData("refunds and Revoke", 25)]
    public async Task A_life_that_dies_at_any_append_in_either_way_converges_to_one_generation_per_grant_with_every_intent_settled(string life, int appendsMin)
    {
        var undisturbed = await Live(life, int.MaxValue, FaultKind.NotWritten);
        Assert.True(undisturbed.Appends >= appendsMin, $"Only {undisturbed.Appends} appends: the life is not whole.");

        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            for (var fault = 1; fault <= undisturbed.Appends; fault++)
            {
                var end = await Live(life, fault, kind);
                Assert.True(end.HasFaulted, $"No fault at append {fault}.");
                Assert.True(undisturbed.Summary == end.Summary, $"Fault at append {fault} ({kind}):\n{LineDiff.Between(undisturbed.Summary, end.Summary)}");
            }
        }
    }

    private static async Task<(string Summary, int Appends, bool HasFaulted)> Live(string life, int faultAt, FaultKind kind)
    {
        var store = new FaultyEventStore(new MemoryStores().Events);
        await using var system = Create(services => services.AddSingleton<IEventStore>(store));
        var certificate = life == "New and Renew" ? CertificateOf("apply-1") : await system.Issued();
        await Settle(system);
        var before = store.Appends;
        (store.FaultAt, store.Kind) = (faultAt == int.MaxValue ? faultAt : before + faultAt, kind);
        switch (life)
        {
            case "New and Renew":
                await NewAndRenew(system, certificate);
                break;
            case "Change and Reissue":
                await ChangeAndReissue(system, certificate);
                break;
            case "SealApply and SealRenew":
                await SealApplyAndSealRenew(system, certificate);
                break;
            default:
                await RefundsAndRevoke(system, certificate);
                break;
        }

        return (await Summary(system, certificate), store.Appends - before, store.HasFaulted);
    }

    private static async Task NewAndRenew(TestSystem system, string certificate)
    {
        await Insist(system, () => system.Hall.Apply(TestSystem.Application(), Cancellation));
        await Insist(system, () => system.Approve(certificate, 1));
        await system.Demo.Transfer(HolderName, 100_00, Cancellation);
        await system.Demo.Transfer(HolderName, 250_00, Cancellation);
        await Settle(system);
        await Renew(system, certificate, 2);
    }

    private static async Task ChangeAndReissue(TestSystem system, string certificate)
    {
        await Insist(system, () => system.AtWindow(certificate, "Change", change: form => form with { HolderName = "四川锦绣咨询有限公司" }));
        await Insist(system, () => system.Approve(certificate, 2));
        await Insist(system, () => system.Get<WindowDesk>().VerifyOnSite("seen-2", certificate, 2, TestStaff.Clerk, Cancellation));
        await Insist(system, () => PullUnlessWritten(system, certificate));
        await Insist(system, () => system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = "Lost" }));
        await Insist(system, () => system.Approve(certificate, 3));
        await Insist(system, () => system.Get<WindowDesk>().VerifyOnSite("seen-3", certificate, 3, TestStaff.Clerk, Cancellation));
        await Insist(system, () => system.Get<WindowDesk>().TakePayment("R-1", certificate, 3, "王先生", "50.00", TestStaff.Clerk, Cancellation));
    }

    private static async Task SealApplyAndSealRenew(TestSystem system, string certificate)
    {
        await Insist(system, () => system.Operate(certificate, "SealApply", change: form => form with { SealPictures = [DigestOf("picture").Value] }));
        await Insist(system, () => system.Approve(certificate, 2));
        await Scan(system, certificate, 2);
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        await Renew(system, certificate, 3);
        await Insist(system, () => system.Operate(certificate, "SealRenew"));
        await Scan(system, certificate, 4);
    }

    private static async Task RefundsAndRevoke(TestSystem system, string certificate)
    {
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        await Insist(system, () => system.Renew(certificate));
        await Insist(system, () => system.Approve(certificate, 2));
        await system.Demo.Transfer(HolderName, 120_00, Cancellation);
        await Settle(system);
        await Insist(system, () => system.Hall.Withdraw("withdraw", certificate, 2, Phone, withRefund: true, Cancellation));
        await Insist(system, () => system.Operate(certificate, "SealApply", change: form => form with { SealPictures = [DigestOf("picture").Value] }));
        await Insist(system, () => system.Approve(certificate, 3));
        await system.Demo.Transfer(HolderName, 20_00, Cancellation);
        await Settle(system);
        await Insist(system, () => system.AtWindow(certificate, "Revoke", withKey: false, form => form with { Wish = "NoLongerUsed" }));
        await Insist(system, () => system.Approve(certificate, 4));
        await Insist(system, () => system.Get<WindowDesk>().VerifyOnSite("seen", certificate, 4, TestStaff.Clerk, Cancellation));
    }

    private static async Task Scan(TestSystem system, string certificate, int application)
    {
        await Insist(system, () => system.Get<ScanToPay>().Code(certificate, application, Phone, Cancellation));
        var (headers, body) = system.Till.Pay(ScanOrders.Number(certificate, application));
        // Told again until it is taken.
        await Insist(system, () => system.Get<ScanIntake>().Notice(headers, body, Cancellation));
    }

    private static async Task Renew(TestSystem system, string certificate, int application)
    {
        system.Clock.Set(Instant.FromUtc(2026, 11, 6, 1, 0));
        await Insist(system, () => system.Renew(certificate));
        await Insist(system, () => system.Approve(certificate, application));
        await system.Demo.Transfer(HolderName, 200_00, Cancellation);
        await Settle(system);
        await Insist(system, () => PullUnlessWritten(system, certificate));
    }

    // An assistant that starts again asks first whether anything still waits to be written.
    private static async Task<Outcome<RenewalWritten>> PullUnlessWritten(TestSystem system, string certificate) =>
        await system.State(certificate) is IssuedCertificate { Grant: null }
            ? new RenewalWritten(certificate, 0)
            : await system.Demo.PullRenewal(certificate, Cancellation);

    private static Task<Done> Insist(TestSystem system, Func<Task> act) => Insist<Done>(system, async () =>
    {
        await act();
        return new Done();
    });

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
        var state = Assert.IsType<HeldCertificate>(await system.State(certificate), exactMatch: false);
        var names = await system.EventNames(certificate);
        var stored = await system.Events.ReadAll(0, 1000, Cancellation);
        Assert.Equal(names.Count(n => n == nameof(IssuanceIntended)), names.Count(n => n is nameof(GenerationIssued) or nameof(IssuanceAbandoned)));
        Assert.Null(state.Intent);
        SerialNumber[] serials = [.. state.Generations.SelectMany(g => g.Serials), .. state.BurnedSerials];
        Assert.Equal(serials.Distinct(), serials);
        Assert.Equal(names.Count(n => n is nameof(IssuanceIntended) or nameof(EncryptionIntended)), serials.Length);
        var onKey = await system.Demo.CertificateOnKey(certificate, Cancellation);
        Assert.Equal(state.Current.Certificate.Clear!.Bytes.ToArray(), onKey!.Value.ToArray());
        string[] lines =
        [
            $"generations {state.Generations.Length}, on key {state.CurrentGeneration}, notAfter {state.NotAfter}, {state.GetType().Name}",
            $"revoked generations {string.Join(' ', state.Generations.Where(g => g.Revocation is not null).Select(g => $"{g.Number}:{g.Revocation!.Reason}"))}",
            $"seals {string.Join(' ', state.Seals.Select(s => $"{s.Number}:{s.Status}:{s.Generation}:{s.NotAfter}"))}",
            $"holder {state.Holder.Unit!.Name}",
            .. names.Where(n => n is not (nameof(IssuanceIntended) or nameof(EncryptionIntended) or nameof(IssuanceAbandoned))),
            .. stored.Where(e => e.Type.StartsWith("transfer.", StringComparison.Ordinal) || e.Type.StartsWith("message.", StringComparison.Ordinal)
                    || e.Type.StartsWith("unit.", StringComparison.Ordinal))
                .GroupBy(e => e.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"),
            $"sms in the outbox {(await system.Demo.Outbox(Cancellation)).Count}",
            $"refundable {ExcessOf(stored)}",
        ];
        return string.Join('\n', lines);
    }

    private static string ExcessOf(IReadOnlyList<StoredEvent> stored) => stored
        .Select(EventCodec.Decode).Select(e => e.Body).OfType<TransferConfirmed>().Aggregate(Money.Zero, (sum, e) => sum + e.Excess).Value;

    private sealed record Done;
}
