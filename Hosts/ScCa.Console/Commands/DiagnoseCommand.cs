using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application;
using ScCa.Application.Help;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Help;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca diagnose</c>: what is behind a message, and what to do.</summary>
internal static class DiagnoseCommand
{
    public static Command Create(Speech speech)
    {
        var message = new Argument<string>("message") { Description = speech["help.diagnose-message"] };
        var platform = new Option<string>("--platform") { Description = speech["help.diagnose-platform"], HelpName = "id" };
        var certificate = new Option<string>("--certificate") { Description = speech["help.diagnose-certificate"], HelpName = "id" };
        var data = new Option<string>("--data")
        {
            Description = speech["help.diagnose-data"],
            HelpName = "folder",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable($"{ScCaSettings.EnvironmentPrefix}DATA") ?? "data",
        };
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var command = new Command("diagnose", speech["help.diagnose"]) { message, platform, certificate, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (text, metOn) = (parsed.GetRequiredValue(message), parsed.GetValue(platform));
            var found = parsed.GetValue(certificate) is { } about
                ? await Search(text, metOn, about, parsed.GetRequiredValue(data), cancellation)
                : Search(text, metOn);
            return Write(found, metOn, parsed.GetValue(json), speech);
        });
        return command;
    }

    // The message alone needs no data folder.
    private static Outcome<HelpAnswer> Search(string message, string? platform)
    {
        using var services = new ServiceCollection().AddScCaHelp().BuildServiceProvider();
        return services.GetRequiredService<HelpSearch>().Search(message, platform);
    }

    private static async Task<Outcome<HelpAnswer>> Search(string message, string? platform, string certificate, string folder, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCaHistory(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
        {
            services.CheckScCaHistory();
            return await services.GetRequiredService<OperatorHelp>().Search(message, platform, certificate, cancellation);
        }
    }

    private static int Write(Outcome<HelpAnswer> found, string? platform, bool json, Speech speech)
    {
        if (found.IsRefused)
        {
            if (json)
                JsonOut.Write(new DiagnosisRefused(found.Refusal.Rule, found.Refusal.Code, found.Refusal.Text(speech.Language)));
            RefusalScreen.Write(found.Refusal, speech);
            return ExitCode.Refused;
        }

        if (json)
            JsonOut.Write(DiagnosisDocument.From(found.Value));
        else
            new DiagnosisScreen(speech).Write(found.Value, platform);
        return found.Value.Results.Length > 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
