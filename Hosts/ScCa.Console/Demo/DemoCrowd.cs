using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Composition.Health;
using ScCa.Composition.StandIns.Population;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.Demo;

/// <summary>A population as <c>--json</c> prints it.</summary>
internal sealed record CrowdDocument(
    PopulationReport Population, long Seed, long EventsInStore, double Seconds, double CertificatesPerSecond, double EventsPerSecond, string DataFolder);

/// <summary><c>scca demo --certificates N</c>: fills a folder with certificates that have lived for years.</summary>
internal static class DemoCrowd
{
    private static readonly IReadOnlyList<string> States = ["in-review", "in-progress", "valid", "expired", "revoked", "withdrawn", "rejected", "lapsed"];
    private static readonly IReadOnlyList<string> Lives = ["renewed", "changed", "reissued", "with-seals", "under-way"];

    public static Instant StartsAt { get; } = DemoPopulation.FirstDay.AtMidnight().WithOffset(Offset.FromHours(8)).ToInstant();

    public static async Task Make(IServiceProvider services, int count, long seed, string folder, bool json, Speech speech, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var report = await services.GetRequiredService<DemoPopulation>().Make(count, seed, Progress, cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var events = (await services.GetRequiredService<HealthReader>().Read(cancellation)).LastPosition;
        var document = new CrowdDocument(report, seed, events, Rounded(seconds), Rounded(count / seconds), Rounded(events / seconds), folder);
        if (!System.Console.IsErrorRedirected)
            System.Console.Error.Write("\r            \r");
        if (json)
            JsonOut.Write(document);
        else
            Show(document, speech);
    }

    private static void Progress(LocalDate day)
    {
        if (!System.Console.IsErrorRedirected)
            System.Console.Error.Write($"\r{ShanghaiTime.Date(day)} ");
    }

    private static void Show(CrowdDocument document, Speech speech)
    {
        var screen = Screen.Create();
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(speech.Say("demo.crowd.title", ("count", Number(document.Population.Applied)))));
        table.AddColumn(new TableColumn(Screen.Plain("")).NoWrap());
        foreach (var platform in document.Population.Platforms)
            table.AddColumn(new TableColumn(Screen.Plain(platform.Platform)).RightAligned());
        Row(table, document, speech["demo.crowd.all"], p => p.All);
        table.AddEmptyRow();
        foreach (var state in States)
            Row(table, document, speech[$"demo.crowd.{state}"], p => p.States.GetValueOrDefault(state));
        table.AddEmptyRow();
        foreach (var life in Lives)
            Row(table, document, speech[$"demo.crowd.{life}"], p => p.Lives.GetValueOrDefault(life));
        screen.Write(table);
        screen.Write(Screen.Plain(speech.Say(
            "demo.crowd.written", ("events", Number(document.EventsInStore)), ("seconds", Number(document.Seconds)),
            ("certificatesPerSecond", Number(document.CertificatesPerSecond)), ("eventsPerSecond", Number(document.EventsPerSecond))) + "\n"));
        if (document.Population.Refusals.Count > 0)
        {
            screen.Write(Screen.Plain(speech.Say(
                "demo.crowd.refusals", ("refusals", string.Join(", ", document.Population.Refusals.Select(r => $"{r.Key} ×{Number(r.Value)}")))) + "\n"));
        }

        screen.Write(Screen.Plain(speech.Say("demo.crowd.folder", ("folder", document.DataFolder)) + "\n"));
    }

    private static void Row(Table table, CrowdDocument document, string name, Func<PlatformCensus, int> count) =>
        table.AddRow([Screen.Plain(name), .. document.Population.Platforms.Select(p => Screen.Plain(Number(count(p))))]);

    private static double Rounded(double number) => Math.Round(number, 1);

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
