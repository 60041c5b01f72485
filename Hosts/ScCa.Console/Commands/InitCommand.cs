using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca init</c>: sets a data folder up for real business.</summary>
internal static class InitCommand
{
    private const string DefaultAccount = "admin";

    public static Command Create(Speech speech)
    {
        var data = new Option<string>("--data") { Description = speech["help.init-data"], HelpName = "folder", Required = true };
        var account = new Option<string>("--administrator")
        {
            Description = speech["help.init-administrator"],
            HelpName = "account",
            DefaultValueFactory = _ => DefaultAccount,
        };
        var name = new Option<string>("--name") { Description = speech["help.init-name"], HelpName = "name" };
        var command = new Command("init", speech["help.init"]) { data, account, name };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(account), parsed.GetValue(name), speech, cancellation));
        return command;
    }

    private static async Task<int> Run(string folder, string account, string? name, Speech speech, CancellationToken cancellation)
    {
        var keyFile = ScCaStart.InitDataFolder(new ScCaOptions { DataFolder = folder });
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
        {
            var appointed = await services.AppointFirstAdministrator(account, name ?? account, cancellation);
            if (!appointed.IsRefused)
                System.Console.Out.WriteLine(speech.Say("init.done", ("file", keyFile)));
            return CodeScreen.Write(appointed, speech);
        }
    }
}
