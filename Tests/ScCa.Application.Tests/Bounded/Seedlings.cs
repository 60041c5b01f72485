using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Composition;
using ScCa.Composition.Working;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Bounded;

/// <summary>
/// A few lives, led through the real commands, that a population grows from: certificates that are settled, that expired, whose renewal waits to be written, whose
/// parcel and invoice wait, and applications on their way. One is measured; it is settled, and nobody else's.
/// </summary>
internal static class Seedlings
{
    public static Instant Begun { get; } = Instant.FromUtc(2026, 1, 5, 1, 0);

    public static Instant RenewalTime { get; } = Instant.FromUtc(2026, 12, 1, 1, 0);

    public static Instant Today { get; } = Instant.FromUtc(2027, 1, 20, 1, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes them in the folder, works until all is quiet and sweeps the day; answers with the measured one.</summary>
    public static async Task<string> Make(string folder)
    {
        await using var system = StoredIn(folder);
        await system.Services.CheckScCa(Cancellation);
        var measured = await Settled(system, 0, termYears: 2);
        await Settled(system, 1, termYears: 1);
        var renewed = await Settled(system, 2, termYears: 1);
        system.Clock.Set(RenewalTime);
        await Granted(system, renewed, 2);
        system.Clock.Set(Today - Duration.FromDays(1));
        await Issued(system, 3, termYears: 1);
        await system.Approve(await Applied(system, 4, termYears: 1), 1);
        await Applied(system, 5, termYears: 1);
        system.Clock.Set(Today);
        // The sweep's own events bring on others; with the second round all is quiet.
        await system.Get<WorkerRound>().Run(Cancellation);
        await system.Get<WorkerRound>().Run(Cancellation);
        return measured;
    }

    private static async Task<string> Applied(TestSystem system, int number, int termYears)
    {
        var form = TestSystem.Application($"apply-{number}", NameOf(number), termYears, PhoneOf(number)) with { CreditCode = Tokens.CreditCodeOf(CreditCode, number) };
        var certificate = Value(await system.Hall.Apply(form, Cancellation)).Certificate;
        await system.Work();
        return certificate;
    }

    private static async Task<string> Issued(TestSystem system, int number, int termYears)
    {
        var certificate = await Applied(system, number, termYears);
        await system.Approve(certificate, 1);
        await Pay(system, certificate, number);
        return certificate;
    }

    private static async Task<string> Settled(TestSystem system, int number, int termYears)
    {
        var certificate = await Issued(system, number, termYears);
        Value(await system.Get<DispatchDesk>().Post($"post-{number}", certificate, $"SF{number:D4}00000000", Dispatcher, Cancellation));
        Value(await system.Get<FinanceDesk>().RecordInvoice($"invoice-{number}", certificate, 1, $"INV-{number}", Accountant, Cancellation));
        await system.Work();
        return certificate;
    }

    private static async Task Granted(TestSystem system, string certificate, int number)
    {
        Value(await system.Operate(certificate, "Renew", change: form => form with { CommandId = $"renew-{number}", TermYears = 1, Phone = PhoneOf(number) }));
        await system.Work();
        await system.Approve(certificate, 2);
        await Pay(system, certificate, number);
    }

    private static async Task Pay(TestSystem system, string certificate, int number)
    {
        await system.Demo.Transfer(NameOf(number), (await system.State(certificate)).Open!.Missing.Fen, Cancellation);
        await system.Work();
    }

    private static string NameOf(int number) => $"{HolderName}第{number}分公司";

    private static string PhoneOf(int number) => $"1381234500{number}";
}
