using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>Puts what scenes found into words.</summary>
internal static class Telling
{
    // The authority's own steps between two that people see.
    private static readonly string[] Between = ["issuance-intended", "encryption-intended", "encryption-issued"];

    public static string Done(Speech speech, Doing doing, Findings found)
    {
        var facts = found.Facts;
        var parts = new List<string> { speech.Say("demo.plays.done", ("what", What(speech, doing)), ("charge", facts["charge"]), ("path", Path(speech, facts["path"]))) };
        foreach (var name in (ReadOnlySpan<string>)["notAfter", "seals", "reviewBy", "postBy", "invoiceBy"])
        {
            if (facts.GetValueOrDefault(name) is { Length: > 0 } fact)
                parts.Add(speech.Say($"demo.plays.{name}", (name, fact)));
        }

        return string.Join(speech["demo.plays.separator"], parts) + speech["demo.plays.end"];
    }

    public static string Asked(Speech speech, Doing doing, Findings found) => speech.Say(
        "demo.plays.asked", ("what", What(speech, doing)), ("charge", found.Facts["charge"]));

    public static string Refused(Speech speech, Doing doing, Findings found) => Refused(speech, found, What(speech, doing));

    public static string Refused(Speech speech, string id, Findings found) => Refused(speech, found, speech[$"demo.tries.{id}"]);

    private static string Refused(Speech speech, Findings found, string what) => speech.Say(
        "demo.plays.refused", ("what", what), ("why", found.Refusal?.Text(speech.Language) ?? ""));

    private static string What(Speech speech, Doing doing)
    {
        var way = doing switch
        {
            { Channel: "Online", ByClerk: true } => "ByPhone",
            { HandledBy: "LegalRepresentative" } => $"{doing.Channel}InPerson",
            _ => doing.Channel,
        };
        return speech.Say("demo.plays.what", ("operation", speech[$"demo.operations.{doing.Operation}"]), ("way", speech[$"demo.ways.{way}"]));
    }

    // The same step several times in a row is told once.
    private static string Path(Speech speech, string path)
    {
        var told = new List<(string Step, int Times)>();
        foreach (var step in path.Split(' ').Where(step => !Between.Contains(step)))
        {
            if (told is [.., var last] && last.Step == step)
                told[^1] = (step, last.Times + 1);
            else
                told.Add((step, 1));
        }

        return string.Join(" → ", told.Select(t => speech[$"history.events.certificate.{t.Step}.v1.name"] + (t.Times > 1 ? $"×{t.Times}" : "")));
    }
}
