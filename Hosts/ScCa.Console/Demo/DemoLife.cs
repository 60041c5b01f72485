using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Composition.Health;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>Plays the life of one certificate, scene after scene, and stops at the first that does not come out as expected.</summary>
internal sealed class DemoLife(IServiceProvider services, Speech speech, string folder)
{
    private readonly DemoStage stage = new(services, folder);
    private readonly List<DemoStep> steps = [];

    /// <summary>2026-01-05 09:00 in Shanghai.</summary>
    public static Instant StartsAt { get; } = Instant.FromUtc(2026, 1, 5, 1, 0);

    public async Task<DemoReport> Run(CancellationToken cancellation)
    {
        foreach (var scene in new FirstCertificate(stage).Scenes().Concat(new Renewal(stage).Scenes()).Concat(new Expiry(stage).Scenes()))
        {
            steps.Add(await Play(scene, cancellation));
            if (!steps[^1].Ok)
                break;
        }

        return await Report(cancellation);
    }

    private async Task<DemoStep> Play(Scene scene, CancellationToken cancellation)
    {
        stage.Desk.MoveClockTo(scene.Instant);
        var found = new Findings();
        await scene.Act(found, cancellation);
        await stage.Work.Run(cancellation);
        // What was not done needs no check of what came of it.
        if (found.Unexpected.Count == 0)
            await scene.Check(found, cancellation);
        var ok = found.Unexpected.Count == 0;
        var text = ok ? speech.Say($"demo.scenes.{scene.Id}", found.Facts) : string.Join("; ", found.Unexpected);
        return new DemoStep(
            scene.Id, ShanghaiTime.Iso(scene.Instant), ShanghaiTime.Date(scene.Instant), scene.By, scene.Rules, ok, text, found.Facts, found.Unexpected);
    }

    private async Task<DemoReport> Report(CancellationToken cancellation)
    {
        var health = await services.GetRequiredService<HealthReader>().Read(cancellation);
        var events = await stage.Events(cancellation);
        var counted = events.Where(e => e.Event == "certificate.transfer-counted.v1").Sum(e => Yuan(e.Facts["amount"]));
        var unmatched = (await stage.Unmatched(cancellation)).Sum(row => Yuan(row.Amount));
        return new DemoReport(
            steps.TrueForAll(s => s.Ok),
            steps.Find(s => !s.Ok)?.Id,
            stage.Certificate.Length > 0 ? stage.Certificate : null,
            DemoCast.Holder,
            DemoCast.Platform,
            steps,
            stage.Generations,
            stage.ValidAt,
            new DemoTotals(
                steps.Count, events.Count, health.LastPosition, await stage.Messages(cancellation), Yuan(counted), Yuan(unmatched)),
            folder,
            stage.Desk.AuthorityFile,
            health.StandIns);
    }

    private static decimal Yuan(string amount) => decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
