using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Crashes.Matrix;

/// <summary>A certificate's whole life with real keys: what signs, signs in it, and what writes down what was signed, writes.</summary>
internal sealed class WholeLife(RealOffices offices, Action<IServiceCollection>? defect = null) : IAsyncDisposable
{
    private const string Begun = "apply-1";

    private static readonly string Certificate = TestSystem.CertificateOf(Begun);

    private readonly Process process = new(defect, offices);

    public static IReadOnlyList<Act> Acts { get; } =
    [
        new("issue", p => Lives.Issue(p, Units.OfUnit(Begun, 0, 0), Units.Names[0], Paid.Exactly)),
        Operation("seal", o => o.Seal(isPaidTwice: false, WeChatRefundStatus.Succeeded)),
        Operation("renew", o => o.Renew(isHalfPaid: false, isFinished: true)),
        Operation("change", o => o.Change(Units.FurtherNames[0], isPulled: true)),
        new("night", p => p.Night(Duration.FromDays(1))),
        Operation("reissue", o => o.Reissue()),
        Operation("revoke", o => o.Revoke(RevocationWish.KeyLost)),
    ];

    /// <summary>Lives it, each act under its peril; answers with what each act wrote.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Write>>> Live(Func<int, Peril?> perilOf)
    {
        var writes = new List<IReadOnlyList<Write>>();
        for (var i = 0; i < Acts.Count; i++)
        {
            process.World.Perils.Plan(perilOf(i) is { } peril ? [peril] : []);
            await Acts[i].Do(process);
            await process.Settle();
            writes.Add([.. process.World.Perils.Writes]);
        }

        return writes;
    }

    /// <summary>What it has come to, in words that do not depend on serials and seconds.</summary>
    public async Task<string> Outcome()
    {
        var state = (HeldCertificate)await process.Certificate(Certificate);
        return $"""
            {state.GetType().Name}, {state.Generations.Length} generations, on key {state.CurrentGeneration}
            {string.Join(", ", state.Generations.Select(g => $"{g.Number} {g.NotAfterDate} {g.Revocation?.Reason}"))}
            seals {string.Join(", ", state.Seals.Select(s => $"{s.Number} {s.Status} of {s.Generation} until {s.NotAfter}"))}
            """;
    }

    public Task<IReadOnlyList<StoredEvent>> Events() => process.World.Stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None).AsTask();

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static Act Operation(string name, Func<Operations, Act> which) => new(
        name, async p => await which(new Operations((IssuedCertificate)await p.Certificate(Certificate), Units.PhoneOf(0), Units.Names[0])).Do(p));
}
