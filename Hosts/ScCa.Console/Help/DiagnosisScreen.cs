using System.Globalization;
using ScCa.Application.Help;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.Help;

/// <summary>A message's causes and remedies for people.</summary>
internal sealed class DiagnosisScreen(Speech speech)
{
    private readonly IAnsiConsole screen = Screen.Create();

    public void Write(HelpAnswer answer, string? platform)
    {
        if (answer.Results.Length == 0)
            Line(Contact("diagnose.not-found", answer.ServiceLine));
        if (answer.IsOfAnotherPlatform)
            Line(speech.Say("diagnose.elsewhere", ("platform", platform ?? "")), new Style(Color.Yellow));
        foreach (var result in answer.Results)
            Write(result, answer.ServiceLine);
    }

    private void Write(HelpResult result, HelpContactText serviceLine)
    {
        Line(result.Topic.Symptom, new Style(decoration: Decoration.Bold));
        Line($"{In(result.Topic.Title)} · {MetOn(result)}");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 1, 0)).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (cause, index) in result.Causes.Select((cause, index) => (cause, index)))
        {
            grid.AddRow(
                Screen.Plain((index + 1).ToString(CultureInfo.InvariantCulture)),
                Screen.Plain(speech[cause.IsEstablished ? "diagnose.established" : "diagnose.possible"], cause.IsEstablished ? new Style(Color.Green) : null),
                Screen.Plain($"{In(cause.Text)}\n{speech["diagnose.remedy"]} {In(cause.Remedy)}\n{speech["diagnose.contact"]} {In(cause.Contact.Name)} · {In(cause.Contact.Details)}\n"));
        }

        if (result.Causes.Length == 0)
            Line(Contact("diagnose.excluded", serviceLine));
        screen.Write(grid);
    }

    private string MetOn(HelpResult result) => speech.Say(
        "diagnose.met-on",
        ("platforms", result.Topic.Platforms.Length == 0 ? speech["diagnose.everywhere"] : string.Join(speech["diagnose.list"], result.Topic.Platforms.Select(p => In(p.Name)))));

    private string Contact(string key, HelpContactText contact) => speech.Say(key, ("name", In(contact.Name)), ("details", In(contact.Details)));

    private string In(HelpText text) => text.In(speech.Language);

    private void Line(string text, Style? style = null) => screen.Write(Screen.Plain($"{text}\n", style));
}
