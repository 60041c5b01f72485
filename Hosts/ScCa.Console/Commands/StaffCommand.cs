using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary>
/// <c>scca staff</c>: <c>code</c>, a new one-time code made by whoever runs the server (F4); and the accounts and roles, changed by administrators.
/// </summary>
internal static class StaffCommand
{
    private const int CommandIdBytes = 16;

    public static Command Create(Speech speech)
    {
        var account = new Argument<string>("account") { Description = speech["help.staff-account"] };
        var data = new Option<string>("--data") { Description = speech["help.staff-data"], HelpName = "folder", Required = true };
        var code = new Command("code", speech["help.staff-code"]) { account, data };
        code.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(account), parsed.GetRequiredValue(data), speech, cancellation));
        var staff = new Command("staff", speech["help.staff"]) { code };
        foreach (var command in StaffAccountCommands.Create(speech))
            staff.Add(command);
        return staff;
    }

    /// <summary>Typed twice, it is meant twice: each run is a command of its own.</summary>
    public static string NewCommandId() => $"console-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CommandIdBytes))}";

    private static async Task<int> Run(string account, string folder, Speech speech, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = folder).BuildServiceProvider();
        await using (services)
            return CodeScreen.Write(await services.IssueStaffCode(NewCommandId(), account, cancellation), speech);
    }
}
