using System.CommandLine;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca init</c>: sets a data folder up for real business.</summary>
internal static class InitCommand
{
    public static Command Create(Speech speech)
    {
        var data = new Option<string>("--data") { Description = speech["help.init-data"], HelpName = "folder", Required = true };
        var command = new Command("init", speech["help.init"]) { data };
        command.SetAction(parsed =>
        {
            var made = ScCaStart.InitDataFolder(new ScCaOptions { DataFolder = parsed.GetRequiredValue(data) });
            System.Console.Out.WriteLine(speech.Say("init.done", ("file", made)));
            return ExitCode.Done;
        });
        return command;
    }
}
