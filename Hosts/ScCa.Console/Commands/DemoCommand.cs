using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Demo;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary>
/// <c>scca demo</c>: every operation on every platform on a fresh data folder, every step checked against what really came of it; or, with a number of
/// certificates, a population of them.
/// </summary>
internal static class DemoCommand
{
    // The numbers that are made up for holders have so many digits.
    private const int CertificatesMax = 999_999;

    public static Command Create(Speech speech)
    {
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var data = new Option<string>("--data") { Description = speech["help.demo-data"], HelpName = "folder" };
        var certificates = new Option<int?>("--certificates") { Description = speech["help.demo-certificates"], HelpName = $"1–{CertificatesMax}" };
        certificates.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is >= 1 and <= CertificatesMax))
                given.AddError("--certificates");
        });
        var seed = new Option<long>("--seed") { Description = speech["help.demo-seed"], HelpName = "S", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", speech["help.demo"]) { json, data, certificates, seed };
        command.SetAction((parsed, cancellation) => Run(
            new Wanted(parsed.GetValue(data), parsed.GetValue(json), parsed.GetValue(certificates), parsed.GetValue(seed)), speech, cancellation));
        return command;
    }

    private static async Task<int> Run(Wanted how, Speech speech, CancellationToken cancellation)
    {
        var (wanted, json, certificates, _) = how;
        if (DemoFolder.Claim(wanted, speech) is not { } folder)
        {
            System.Console.Error.WriteLine(speech.Say("demo.folder-not-empty", ("folder", Path.GetFullPath(wanted!))));
            return ExitCode.WrongUse;
        }

        var services = new ServiceCollection().AddLogging().AddScCa(options =>
        {
            options.DataFolder = folder;
            options.Demo = true;
            options.DemoStartsAt = certificates is null ? DemoLife.StartsAt : DemoCrowd.StartsAt;
            options.Issuer = certificates is null ? DemoCast.Issuer : null;
        }).BuildServiceProvider();
        await using (services)
        {
            await services.CheckScCa(cancellation);
            if (certificates is { } count)
            {
                await DemoCrowd.Make(services, count, how.Seed, folder, json, speech, cancellation);
                return ExitCode.Done;
            }

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

    private sealed record Wanted(string? Folder, bool Json, int? Certificates, long Seed);
}
