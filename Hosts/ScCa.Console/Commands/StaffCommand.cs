using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca staff code</c>: a new one-time code for a member of staff, made by whoever runs the server (F4).</summary>
internal static class StaffCommand
{
    private const int CommandIdBytes = 16;

    public static Command Create(Speech speech)
    {
        var account = new Argument<string>("account") { Description = speech["help.staff-account"] };
        var data = new Option<string>("--data") { Description = speech["help.staff-data"], HelpName = "folder", Required = true };
        var code = new Command("code", speech["help.staff-code"]) { account, data };
        code.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(account), parsed.GetRequiredValue(data), speech, cancellation));
        return new Command("staff", speech["help.staff"]) { code };
    }

    private static async Task<int> Run(string account, string folder, Speech speech, CancellationToken cancellation)
    {
        // Typed twice, it is meant twice: each run is a command of its own.
        var commandId = $"console-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CommandIdBytes))}";
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
            return CodeScreen.Write(await services.IssueStaffCode(commandId, account, cancellation), speech);
    }
}
