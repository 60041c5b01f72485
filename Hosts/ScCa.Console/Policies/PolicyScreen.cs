using ScCa.Application.Policies;
using ScCa.Application.Texts;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.Policies;

/// <summary>Policies for people: what each version offers to whom through which channels, and what it costs.</summary>
internal sealed class PolicyScreen(Speech speech)
{
    private readonly IAnsiConsole screen = Screen.Create();

    public void Check(PolicyReport report)
    {
        foreach (var version in report.Versions)
            Write(version);
        Line(speech.Say(report.Faults.IsEmpty ? "policy.holds" : "policy.holds-not", ("versions", $"{report.Versions.Length}"), ("faults", $"{report.Faults.Length}")));
    }

    public void Published(PolicyReport report)
    {
        foreach (var version in report.Versions)
            Line(speech.Say("policy.published-now", ("platform", version.Platform), ("version", $"{version.Version}"), ("digest", version.Digest)));
        if (report is { Versions.IsEmpty: true, Faults.IsEmpty: true })
            Line(speech["policy.published-nothing"]);
    }

    private void Write(PolicyVersionReport version)
    {
        Line(
            speech.Say(
                version.Published ? "policy.version" : "policy.draft",
                ("platform", version.Platform),
                ("name", speech.Language == Language.ZhCn ? version.Name.ZhCn : version.Name.En),
                ("version", $"{version.Version}"),
                ("from", version.EffectiveFrom)),
            new Style(decoration: Decoration.Bold));
        var offered = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 2, 0))
            .AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
        foreach (var row in Rows(version))
            offered.AddRow(Screen.Plain(row.Operation), Screen.Plain(row.Holders), Screen.Plain(row.Stages), Screen.Plain(row.Ways));
        screen.Write(offered);
        foreach (var tariff in version.Prices.GroupBy(p => p.Holder))
            Line($"  {speech.Say("policy.tariff", ("holder", Word(tariff.Key)), ("prices", List(tariff.Select(Price))))}");
        Line("");
    }

    // What is the same for several holders, and then at several stages, is told once.
    private IEnumerable<(string Operation, string Holders, string Stages, string Ways)> Rows(PolicyVersionReport version) =>
        from service in version.Services
        group service by (service.Operation, service.Stage, Ways: Ways(service)) into holders
        let row = (holders.Key.Operation, holders.Key.Stage, holders.Key.Ways, Holders: List(holders.Select(s => Word(s.Holder))))
        group row by (row.Operation, row.Holders, row.Ways) into stages
        select (Word(stages.Key.Operation), stages.Key.Holders, List(stages.Select(s => Word(s.Stage))), stages.Key.Ways);

    private string Ways(PolicyServiceReport service) => List(service.Ways.Select(w =>
        w.HandledBy is { } handledBy ? speech.Say("policy.way-handled-by", ("channel", Word(w.Channel)), ("handledBy", Word(handledBy))) : Word(w.Channel)));

    private string Price(PolicyPriceReport price) => speech.Say(
        price switch { { Price: null } => "policy.price-unpublished", { WaivedFromYears: not null } => "policy.price-waived", _ => "policy.price" },
        ("item", Word(price.Item)), ("price", price.Price ?? ""), ("years", $"{price.WaivedFromYears}"));

    private string List(IEnumerable<string> items) => string.Join(speech["policy.list"], items);

    private string Word(string word) => speech[$"policy.words.{word}"];

    private void Line(string text, Style? style = null) => screen.Write(Screen.Plain($"{text}\n", style));
}
