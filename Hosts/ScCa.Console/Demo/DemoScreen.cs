using System.Globalization;
using ScCa.Composition.StandIns;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScCa.Console.Demo;

/// <summary>The demonstration for people: what happened day by day, what it came to, and what to try next.</summary>
internal sealed class DemoScreen(Speech speech)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    public void Write(DemoReport report)
    {
        var screen = Screen.Create();
        screen.Write(Screen.Plain($"{speech["demo.title"]}\n", Strong));
        screen.Write(Screen.Plain($"{speech["demo.stand-ins"]}\n\n", Quiet));
        foreach (var story in report.Stories)
            screen.Write(Timeline(story, [.. report.Steps.Where(step => step.Story == story)]));
        if (report.Generations.Count > 0)
            screen.Write(Generations(report));
        if (report.ValidAt.Count > 0)
            screen.Write(ValidAt(report));
        screen.Write(Operations(report.Operations));
        screen.Write(Totals(report));
        if (report.Ok)
            Next(report);
    }

    private Table Timeline(string story, IReadOnlyList<DemoStep> steps)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(speech[$"demo.stories.{story}"])).Expand();
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.date"])).NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.by"])).NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.what"])));
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.rules"])));
        var day = "";
        foreach (var step in steps)
        {
            table.AddRow(
                Screen.Plain(step.Ok ? "✓" : "✗", step.Ok ? Good : Bad),
                Screen.Plain(step.Date == day ? "" : step.Date),
                Screen.Plain(speech[$"demo.by.{step.By}"]),
                Screen.Plain(step.Text, step.Ok ? null : Bad),
                Screen.Plain(string.Join(' ', step.Rules), Quiet));
            day = step.Date;
        }

        return table;
    }

    // Platforms across: they are fewer, and their names are short enough only as their ids.
    private Table Operations(IReadOnlyList<DemoOperation> operations)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(speech["demo.operations-title"])).Caption(new TableTitle(speech["demo.operations-caption"]));
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.operation"])).NoWrap());
        var platforms = operations.Select(o => o.Platform).Distinct().ToList();
        foreach (var platform in platforms)
            table.AddColumn(new TableColumn(Screen.Plain(platform)).Centered());
        foreach (var operation in DemoOffice.OperationNames)
        {
            var cells = platforms.Select(p => operations.FirstOrDefault(o => o.Platform == p && o.Operation == operation)).ToList();
            table.AddRow([Screen.Plain(speech[$"demo.operations.{operation}"]), .. cells.Select(Cell)]);
        }

        return table;
    }

    private IRenderable Cell(DemoOperation? operation) => operation switch
    {
        null => Screen.Plain("—", Quiet),
        { Steps: 0 } => Screen.Plain(speech["demo.operations-not-played"], Bad),
        { Done: true } when operation.Steps == operation.StepsOk => Screen.Plain($"{Number(operation.StepsOk)} ✓", Good),
        _ => Screen.Plain($"{Number(operation.StepsOk)}/{Number(operation.Steps)} ✗", Bad),
    };

    private Table Generations(DemoReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(speech["demo.generations"]));
        foreach (var column in (ReadOnlySpan<string>)["number", "serial", "not-before", "not-after"])
            table.AddColumn(new TableColumn(Screen.Plain(speech[$"demo.columns.{column}"])).NoWrap());
        foreach (var generation in report.Generations)
        {
            table.AddRow(
                Screen.Plain(generation.Number.ToString(CultureInfo.InvariantCulture)),
                Screen.Plain(generation.Serial),
                Screen.Plain(generation.NotBefore[..10]),
                Screen.Plain(generation.NotAfterDate));
        }

        return table;
    }

    private Table ValidAt(DemoReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(speech["demo.valid-at"]));
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.instant"])).NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["demo.columns.answer"])).NoWrap());
        foreach (var question in report.ValidAt)
        {
            var generation = question.Generation?.ToString(CultureInfo.InvariantCulture) ?? "";
            table.AddRow(
                Screen.Plain(question.At[..19].Replace('T', ' ')),
                Screen.Plain(speech.Say($"demo.status.{question.Status}", ("generation", generation)), question.Status == "valid" ? Good : Quiet));
        }

        return table;
    }

    private Grid Totals(DemoReport report)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string key, string value, Style? style = null) => grid.AddRow(Screen.Plain(speech[key]), Screen.Plain(value, style));
        Row("demo.totals.result", speech.Say(
            report.Ok ? "demo.totals.ok" : "demo.totals.not-ok", ("steps", Number(report.Totals.Steps))), report.Ok ? Good : Bad);
        Row("demo.totals.certificate", report.Certificate ?? "-");
        Row("demo.totals.holder", report.Holder);
        Row("demo.totals.money", speech.Say("demo.totals.yuan", ("received", report.Totals.Received), ("unmatched", report.Totals.Unmatched)));
        Row("demo.totals.written", speech.Say(
            "demo.totals.events", ("events", Number(report.Totals.Events)), ("all", Number(report.Totals.EventsInStore)), ("messages", Number(report.Totals.Messages))));
        Row("demo.totals.folder", report.DataFolder);
        return grid;
    }

    private void Next(DemoReport report)
    {
        // Commands are copied, so they are never wrapped into a table.
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, report.DataFolder);
        var data = Invocation.Quote(folder.StartsWith("..", StringComparison.Ordinal) ? report.DataFolder : folder);
        System.Console.Out.WriteLine();
        System.Console.Out.WriteLine(speech["demo.next.title"]);
        Command("demo.next.history", Invocation.FromHere($"history {report.Certificate} --data {data}"));
        Command("demo.next.as-of", Invocation.FromHere($"history {report.Certificate} --as-of 2026-06-30 --data {data}"));
        Command("demo.next.openssl", $"openssl verify -no_check_time -partial_chain -vfyopt distid:1234567812345678 -CAfile {data}/demo-ca/issuing-sm2.crt {data}/generation-2.pem");
    }

    private void Command(string key, string command)
    {
        System.Console.Out.WriteLine($"  {speech[key]}");
        System.Console.Out.WriteLine($"    {command}");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
