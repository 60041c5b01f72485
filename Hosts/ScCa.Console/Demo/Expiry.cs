using System.Globalization;
using ScCa.Application.Inputs;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>The end: the sweep comes late, and the answers do not depend on it (C9, C12).</summary>
internal sealed class Expiry(DemoStage stage)
{
    private const string End = "2028-01-05T23:59:59+08:00";

    private static readonly (string At, string Status, int? Generation)[] Questions =
    [
        ("2026-01-05T12:00:00+08:00", "applied", null),
        ("2026-06-30", "valid", 1),
        ("2026-11-10", "valid", 2),
        ("2027-01-06", "valid", 2),
        ("2028-01-05", "valid", 2),
        ("2028-01-06T00:00:00+08:00", "expired", null),
    ];

    public IEnumerable<Scene> Scenes() =>
    [
        new("expire", "system", "2028-01-09 03:00", ["C9"], Sweep, CheckExpired),
        new("valid-at", "auditor", "2028-01-09 10:00", ["C9", "C12"], Ask, (_, _) => Task.CompletedTask),
    ];

    private async Task Sweep(Findings found, CancellationToken cancellation)
    {
        await stage.Sweep.Run(stage.Desk.Now, cancellation);
        found.Expect("expiries noted by a second sweep", 0, (await stage.Sweep.Run(stage.Desk.Now, cancellation)).Expiries);
    }

    private async Task CheckExpired(Findings found, CancellationToken cancellation)
    {
        var expired = (await stage.Events(cancellation)).Where(e => e.Event == "certificate.expired.v1").ToList();
        found.Expect("expiry events", 1, expired.Count);
        found.ExpectFact("effectiveAt", End, expired is [var one, ..] ? ShanghaiTime.Iso(one.EffectiveAt) : null);
        found.ExpectFact("recordedAt", ShanghaiTime.Iso(stage.Desk.Now), expired is [var event_, ..] ? ShanghaiTime.Iso(event_.RecordedAt) : null);
    }

    private async Task Ask(Findings found, CancellationToken cancellation)
    {
        foreach (var (text, status, generation) in Questions)
        {
            if (!AsOf.TryRead(text, out var at))
            {
                found.Expect("question", text, "unreadable");
                continue;
            }

            if (found.Accepted(await stage.History.Read(stage.Certificate, at, cancellation)) is not { Standing: var standing })
                continue;
            stage.ValidAt.Add(new DemoStanding(ShanghaiTime.Iso(at.Value), standing.Status, standing.ValidGeneration));
            found.Expect($"status at {text}", status, standing.Status);
            found.Expect($"valid generation at {text}", generation, standing.ValidGeneration);
        }

        found.Note("questions", Questions.Length.ToString(CultureInfo.InvariantCulture));
    }
}
