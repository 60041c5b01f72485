using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca key rotate</c>: a new version of the master key, by whoever runs the server.</summary>
internal static class KeyCommand
{
    public static Command Create(Speech speech)
    {
        var data = new Option<string>("--data") { Description = speech["help.key-data"], HelpName = "folder", Required = true };
        var rotate = new Command("rotate", speech["help.key-rotate"]) { data };
        rotate.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(data), speech, cancellation));
        return new Command("key", speech["help.key"]) { rotate };
    }

    private static async Task<int> Run(string folder, Speech speech, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
        {
            var (report, file) = await services.RotateMasterKey(cancellation);
            System.Console.Out.WriteLine(speech.Say(
                "key.rotated", ("version", report.Version.ToString(CultureInfo.InvariantCulture)),
                ("keys", report.KeysWrapped.ToString(CultureInfo.InvariantCulture)), ("file", file)));
            return ExitCode.Done;
        }
    }
}
