using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.History;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.History;

/// <summary>A certificate's history for people: when each event took effect beside when it was written down.</summary>
internal sealed class HistoryScreen(Speech speech)
{
    // SHA-256 in hex; the beginning is enough to know it by, the whole is in --json.
    private const int DigestHexDigits = 64;
    private const int DigestShown = 16;

    public void Write(CertificateHistory history)
    {
        var screen = Screen.Create();
        screen.Write(Head(history));
        screen.Write(Events(history));
        if (history.Entries.Any(IsLate))
            screen.Write(Screen.Plain($"{speech["history.late"]}\n", new Style(Color.Yellow)));
    }

    private Grid Head(CertificateHistory history)
    {
        var standing = history.Standing;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Row(grid, "history.certificate", history.Certificate);
        Row(grid, "history.holder", standing.HolderName);
        Row(grid, "history.as-of", ShanghaiTime.Iso(history.AsOf));
        grid.AddRow(Screen.Plain(speech["history.standing"]), Screen.Plain(Standing(standing), StyleOf(standing)));
        if (standing is { GenerationOnKey: { } onKey, Serial: { } serial, NotAfter: { } notAfter })
        {
            Row(grid, "history.on-key", speech.Say(
                "history.generation", ("generation", Number(onKey)), ("serial", serial), ("notAfter", ShanghaiTime.Date(notAfter))));
        }

        foreach (var seal in standing.Seals)
        {
            Row(grid, "history.seal", speech.Say(
                "history.seal-until", ("number", Number(seal.Number)), ("format", Word("format", seal.Format)), ("generation", Number(seal.Generation)),
                ("notAfter", ShanghaiTime.Date(seal.NotAfter))));
        }

        if (standing is { RevokedAt: { } revokedAt, RevokedFor: { } reason })
            Row(grid, "history.revoked", speech.Say("history.revoked-for", ("at", ShanghaiTime.Minute(revokedAt)), ("reason", Word("reason", reason))));
        if (standing.OpenApplication is { } application)
            Row(grid, "history.open", speech.Say("history.application", ("application", Number(application)), ("step", Step(standing.OpenStep))));
        if (standing.GrantedNotAfter is { } granted)
            Row(grid, "history.granted", ShanghaiTime.Date(granted));
        if (standing.BurnedSerials > 0)
            Row(grid, "history.burned", Number(standing.BurnedSerials));
        return grid;
    }

    private Table Events(CertificateHistory history)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().Expand();
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["history.effective"])).NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["history.recorded"])).NoWrap());
        table.AddColumn(new TableColumn(Screen.Plain(speech["history.event"])));
        foreach (var entry in history.Entries)
        {
            table.AddRow(
                Screen.Plain(Number(entry.Revision + 1)),
                Screen.Plain(TwoLines(entry.EffectiveAt)),
                // Written down at once is the rule; what was not stands out.
                Screen.Plain(TwoLines(entry.RecordedAt) + (IsLate(entry) ? " *" : ""), IsLate(entry) ? new Style(Color.Yellow) : null),
                What(entry));
        }

        return table;
    }

    private Rows What(HistoryEntry entry)
    {
        var key = $"history.events.{entry.Event}";
        var facts = entry.Facts.ToDictionary(fact => fact.Key, fact => Word(fact.Key, Shown(fact.Value)), StringComparer.Ordinal);
        var name = speech.Has($"{key}.name") ? speech[$"{key}.name"] : entry.Event;
        var detail = speech.Has($"{key}.facts") ? speech.Say($"{key}.facts", facts) : string.Join(", ", facts.Select(f => $"{f.Key}={f.Value}"));
        var first = new Paragraph().Append(name, new Style(decoration: Decoration.Bold)).Append($"  {Actor(entry.Actor)}", new Style(Color.Grey));
        return detail.Length == 0 ? new Rows(first) : new Rows(first, Screen.Plain(detail));
    }

    private string Standing(CertificateStanding standing) => speech.Say(
        $"history.status.{standing.Status}",
        ("generation", standing.ValidGeneration is { } valid ? Number(valid) : ""),
        ("notAfter", standing.NotAfter is { } notAfter ? ShanghaiTime.Date(notAfter) : ""));

    private string Step(string? step) => step is not null && speech.Has($"history.steps.{step}") ? speech[$"history.steps.{step}"] : step ?? "";

    // A fact that is a name of the program's own has its word under its path; anything else is said as it is.
    private string Word(string path, string fact) =>
        fact.Length > 0 && $"history.words.{path}.{char.ToLowerInvariant(fact[0])}{fact[1..]}" is var key && speech.Has(key) ? speech[key] : fact;

    // applicant:<hash of the phone>, staff:<id>, system:<part>, assistant:<who>.
    private string Actor(string actor) => actor.Split(':', 2) is [var kind, var who] && speech.Has($"history.actors.{kind}")
        ? speech.Say($"history.actors.{kind}", ("who", kind == "applicant" ? who[..Math.Min(8, who.Length)] : who))
        : actor;

    private void Row(Grid grid, string key, string value) => grid.AddRow(Screen.Plain(speech[key]), Screen.Plain(value));

    private static Style StyleOf(CertificateStanding standing) => standing.Status switch
    {
        "valid" => new Style(Color.Green, decoration: Decoration.Bold),
        "expired" or "revoked" => new Style(Color.Red, decoration: Decoration.Bold),
        _ => new Style(decoration: Decoration.Bold),
    };

    private static bool IsLate(HistoryEntry entry) => entry.RecordedAt - entry.EffectiveAt > Duration.FromMinutes(1);

    private static string Shown(string fact) => InstantPattern.ExtendedIso.Parse(fact) is { Success: true } instant ? ShanghaiTime.Minute(instant.Value)
        : IsDigest(fact) ? $"{fact[..DigestShown]}…"
        : fact;

    private static bool IsDigest(string fact) => fact.Length == DigestHexDigits && fact.All(char.IsAsciiHexDigitLower);

    private static string TwoLines(Instant instant) => $"{ShanghaiTime.Date(instant)}\n{ShanghaiTime.Time(instant)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
