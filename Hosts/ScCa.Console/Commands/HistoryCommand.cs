using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.History;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.History;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca history</c>: what happened to a certificate, and how it stood at an instant (C12).</summary>
internal static class HistoryCommand
{
    public static Command Create(Speech speech)
    {
        var certificate = new Argument<string>("certificate") { Description = speech["help.history-certificate"] };
        var asOf = new Option<string>("--as-of") { Description = speech["help.history-as-of"], HelpName = "date|instant" };
        var data = new Option<string>("--data")
        {
            Description = speech["help.history-data"],
            HelpName = "folder",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable($"{ScCaSettings.EnvironmentPrefix}DATAFOLDER") ?? "data",
        };
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var command = new Command("history", speech["help.history"]) { certificate, asOf, data, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(certificate), parsed.GetValue(asOf), parsed.GetRequiredValue(data), parsed.GetValue(json), speech, cancellation));
        return command;
    }

    private static async Task<int> Run(string certificate, string? asOf, string folder, bool json, Speech speech, CancellationToken cancellation)
    {
        Instant? at = null;
        if (asOf is not null && !AsOf.TryRead(asOf, out at))
        {
            // In both languages, like every refusal to start: scripts are read by colleagues of either.
            foreach (var both in (ReadOnlySpan<Speech>)[new Speech(Language.ZhCn), new Speech(Language.En)])
                System.Console.Error.WriteLine(both.Say("history.as-of-malformed", ("given", asOf)));
            return ExitCode.WrongUse;
        }

        var services = new ServiceCollection().AddLogging().AddScCaHistory(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
        {
            services.CheckScCaHistory();
            var history = await services.GetRequiredService<HistoryReader>().Read(certificate, at, cancellation);
            if (history.IsRefused)
            {
                if (json)
                    JsonOut.Write(new HistoryRefused(certificate, history.Refusal.Rule, history.Refusal.Code, history.Refusal.Text(speech.Language)));
                RefusalScreen.Write(history.Refusal, speech);
                return ExitCode.Refused;
            }

            if (json)
                JsonOut.Write(HistoryDocument.From(history.Value));
            else
                new HistoryScreen(speech).Write(history.Value);
            return ExitCode.Done;
        }
    }
}
