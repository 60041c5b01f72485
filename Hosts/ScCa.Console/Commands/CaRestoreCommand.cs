using System.CommandLine;
using ScCa.Composition.Authority;
using ScCa.Console.Authority;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca ca restore</c>: two custodians or more give a holder's encryption key out again.</summary>
internal static class CaRestoreCommand
{
    public static Command Create(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (data, json) = (given.Data("help.ca-restore-data"), given.Json());
        var serial = new Option<string>("--serial") { Description = speech["help.ca-restore-serial"], HelpName = "hex", Required = true };
        var recipient = given.File("--recipient", "help.ca-restore-recipient", isRequired: true);
        var shares = given.Many("--share", "help.ca-restore-share", "file");
        shares.Required = true;
        var reason = new Option<string>("--reason") { Description = speech["help.ca-restore-reason"], HelpName = "text", Required = true };
        var output = given.File("--out", "help.ca-restore-out", isRequired: true);
        var command = new Command("restore", speech["help.ca-restore"]) { serial, recipient, shares, reason, output, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var restored = await KeyRestorationOperations.RestoreKey(
                new(parsed.GetRequiredValue(data), parsed.GetRequiredValue(serial), parsed.GetRequiredValue(recipient), parsed.GetRequiredValue(shares),
                    parsed.GetRequiredValue(reason), parsed.GetRequiredValue(output)),
                cancellation);
            if (parsed.GetValue(json))
                JsonOut.Write(restored);
            else
                new AuthorityScreen(speech).Write(restored);
            return ExitCode.Done;
        });
        return command;
    }
}
