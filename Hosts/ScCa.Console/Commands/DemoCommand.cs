using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Demo;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca demo</c>: one certificate's whole life on a fresh data folder, every step checked against what really came of it.</summary>
internal static class DemoCommand
{
    public static Command Create(Speech speech)
    {
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var data = new Option<string>("--data") { Description = speech["help.demo-data"], HelpName = "folder" };
        var command = new Command("demo", speech["help.demo"]) { json, data };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(data), parsed.GetValue(json), speech, cancellation));
        return command;
    }

    private static async Task<int> Run(string? wanted, bool json, Speech speech, CancellationToken cancellation)
    {
        if (DemoFolder.Claim(wanted, speech) is not { } folder)
        {
            System.Console.Error.WriteLine(speech.Say("demo.folder-not-empty", ("folder", Path.GetFullPath(wanted!))));
            return ExitCode.WrongUse;
        }

        var services = new ServiceCollection().AddLogging().AddScCa(options =>
        {
            options.DataFolder = folder;
            options.Demo = true;
            options.DemoStartsAt = DemoLife.StartsAt;
        }).BuildServiceProvider();
        await using (services)
        {
            await services.CheckScCa(cancellation);
            var report = await new DemoLife(services, speech, folder, Progress).Run(cancellation);
            if (json)
                JsonOut.Write(report);
            else
                new DemoScreen(speech).Write(report);
            if (report.FailedStep is { } failed)
                System.Console.Error.WriteLine(speech.Say("demo.failed", ("step", failed), ("why", report.Steps[^1].Unexpected[0])));
            return report.Ok ? ExitCode.Done : ExitCode.Refused;
        }
    }

    // For who watches alone: a pipe or a file gets the outcome and nothing else.
    private static void Progress(int done, int all)
    {
        if (System.Console.IsErrorRedirected)
            return;
        System.Console.Error.Write(done < all ? $"\r{done}/{all} " : "\r          \r");
    }
}
