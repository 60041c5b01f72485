using ScCa.Application;
using ScCa.Application.Texts;
using ScCa.Composition;
using ScCa.Composition.Authority;

namespace ScCa.Console.Terminal;

/// <summary>How a refusal is told: which rule, why, and what to do next.</summary>
internal static class RefusalScreen
{
    public static void Write(RefusalText refusal, Speech speech) => System.Console.Error.WriteLine(speech.Say(
        "refused.rule", ("rule", refusal.Rule), ("text", refusal.Text(speech.Language)), ("next", refusal.Next(speech.Language))));

    public static void Write(OperationRefusedException refused, Speech speech)
    {
        var refusal = refused.Refusal;
        var text = speech.Language == Language.ZhCn ? refusal.ZhCn : refusal.En;
        System.Console.Error.WriteLine(refusal.Place is { } place
            ? speech.Say("refused.operation-at", ("code", refusal.Code), ("text", text), ("place", place))
            : speech.Say("refused.operation", ("code", refusal.Code), ("text", text)));
    }

    public static void Write(StartUpRefusedException refused, Speech speech)
    {
        System.Console.Error.WriteLine(speech["refused.start"]);
        foreach (var refusal in refused.Refusals)
            System.Console.Error.WriteLine($"  {refusal.Code}  {(speech.Language == Language.ZhCn ? refusal.ZhCn : refusal.En)}");
    }
}
