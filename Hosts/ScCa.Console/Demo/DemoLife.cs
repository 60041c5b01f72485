using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Composition.Health;
using ScCa.Console.Demo.Stories;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>Plays all stories on one clock, scene after scene, and stops at the first that does not come out as expected.</summary>
internal sealed class DemoLife(IServiceProvider services, Speech speech, string folder, Action<int, int> progress)
{
    private readonly DemoStage stage = new(services, folder);
    private readonly List<DemoStep> steps = [];

    /// <summary>2023-11-20 08:00 in Shanghai: early enough for a seal of the old format.</summary>
    public static Instant StartsAt { get; } = Instant.FromUtc(2023, 11, 20, 0, 0);

    public async Task<DemoReport> Run(CancellationToken cancellation)
    {
        Story[] stories =
        [
            new LifeStory(stage), new GovStory(stage), new SealStory(stage), new EndsStory(stage), new HrssStory(stage), new PublicStory(stage), new PharmaStory(stage),
            new RuralStory(stage),
        ];
        // One clock that never goes back: what happens on different platforms happens side by side, as in business.
        var scenes = stories.SelectMany(story => story.Scenes().Select(scene => (Story: story, Scene: scene))).OrderBy(s => s.Scene.Instant).ToList();
        foreach (var (story, scene) in scenes)
        {
            progress(steps.Count, scenes.Count);
            steps.Add(await Play(story, scene, cancellation));
            if (!steps[^1].Ok)
                break;
        }

        progress(scenes.Count, scenes.Count);
        return await Report(stories, cancellation);
    }

    private async Task<DemoStep> Play(Story story, Scene scene, CancellationToken cancellation)
    {
        stage.Desk.MoveClockTo(scene.Instant);
        var found = new Findings();
        await scene.Act(found, cancellation);
        await stage.Work.Run(cancellation);
        // What was not done needs no check of what came of it.
        if (found.Unexpected.Count == 0)
            await scene.Check(found, cancellation);
        var ok = found.Unexpected.Count == 0;
        return new DemoStep(
            scene.Id, story.Name, story.Platform, scene.Operation, ShanghaiTime.Iso(scene.Instant), ShanghaiTime.Date(scene.Instant), scene.By, scene.Rules, ok,
            scene.Completes, ok ? Text(scene, found) : string.Join("; ", found.Unexpected), found.Facts, found.Unexpected);
    }

    private string Text(Scene scene, Findings found) => scene.Tell is { } tell ? tell(speech, found) : speech.Say($"demo.scenes.{scene.Id}", found.Facts);

    private async Task<DemoReport> Report(IReadOnlyList<Story> stories, CancellationToken cancellation)
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
            [.. stories.Select(story => story.Name)],
            steps,
            Operations(),
            stage.Generations,
            stage.ValidAt,
            new DemoTotals(
                steps.Count, events.Count, health.LastPosition, await stage.Messages(cancellation), Yuan(counted), Yuan(unmatched)),
            folder,
            stage.Desk.AuthorityFile,
            health.StandIns);
    }

    // Every operation that a policy offers has its line, walked or not.
    private List<DemoOperation> Operations() =>
    [
        .. from offer in stage.Office.Offers()
           from operation in offer.Operations
           let walked = steps.Where(s => s.Platform == offer.Platform && s.Operation == operation).ToList()
           select new DemoOperation(
               offer.Platform, speech.Language == Application.Texts.Language.ZhCn ? offer.ZhCn : offer.En, operation, walked.Count, walked.Count(s => s.Ok),
               walked.Exists(s => s is { Ok: true, Completes: true })),
    ];

    private static decimal Yuan(string amount) => decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
