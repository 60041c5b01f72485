using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Staff;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary>
/// <c>scca staff list|open|grant|confirm|withdraw|close</c>: the desk of accounts and roles without its page. Whoever runs the server is nobody there: an
/// administrator signs in with his passphrase, and what takes two people is asked for by one and confirmed by another (F4).
/// </summary>
internal static class StaffAccountCommands
{
    private delegate Task<Outcome<StaffChange>> Change(StaffDesk desk, ParseResult parsed, string administrator, CancellationToken cancellation);

    public static IEnumerable<Command> Create(Speech speech)
    {
        var account = new Argument<string>("account") { Description = speech["help.staff-account"] };
        var name = new Option<string>("--name") { Description = speech["help.staff-name"], HelpName = "name", Required = true };
        var role = new Argument<string>("role") { Description = speech.Say("help.staff-role", ("roles", string.Join(", ", Permissions.RoleNames))) };
        yield return Command("list", speech, new Signing(speech), null, null);
        yield return Command("open", speech, new Signing(speech), account, (desk, parsed, by, cancellation) => desk.Open(
            StaffCommand.NewCommandId(), parsed.GetValue(account), parsed.GetValue(name), by, cancellation), name);
        yield return Command("grant", speech, new Signing(speech), account, (desk, parsed, by, cancellation) => desk.Grant(
            StaffCommand.NewCommandId(), parsed.GetValue(account), parsed.GetValue(role), by, cancellation), role);
        yield return Command("confirm", speech, new Signing(speech), account, (desk, parsed, by, cancellation) => desk.Confirm(
            StaffCommand.NewCommandId(), parsed.GetValue(account), parsed.GetValue(role), by, cancellation), role);
        yield return Command("withdraw", speech, new Signing(speech), account, (desk, parsed, by, cancellation) => desk.Withdraw(
            StaffCommand.NewCommandId(), parsed.GetValue(account), parsed.GetValue(role), by, cancellation), role);
        yield return Command("close", speech, new Signing(speech), account, (desk, parsed, by, cancellation) => desk.Close(
            StaffCommand.NewCommandId(), parsed.GetValue(account), by, cancellation));
    }

    private static Command Command(string name, Speech speech, Signing signing, Argument<string>? account, Change? change, Symbol? more = null)
    {
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var command = new Command(name, speech[$"help.staff-{name}"]);
        if (account is not null)
            command.Add(account);
        if (more is Argument argument)
            command.Add(argument);
        else if (more is Option option)
            command.Add(option);
        signing.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellation) => Run(parsed, signing, parsed.GetValue(json), account is null ? null : parsed.GetValue(account), change, speech, cancellation));
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed, Signing signing, bool json, string? account, Change? change, Speech speech, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = signing.Folder(parsed)).BuildServiceProvider();
        await using (services)
        {
            var signedIn = await services.SignInStaff(signing.Account(parsed), signing.Passphrase(parsed, speech), cancellation);
            if (signedIn.IsRefused)
                return Refused(signedIn.Refusal, speech);
            var (desk, administrator) = (services.GetRequiredService<StaffDesk>(), signedIn.Value.Member.Id);
            string? code = null;
            if (change is not null)
            {
                var changed = await change(desk, parsed, administrator, cancellation);
                if (changed.IsRefused)
                    return Refused(changed.Refusal, speech);
                code = changed.Value.Code;
            }

            var rows = await desk.Accounts(administrator, cancellation);
            if (rows.IsRefused)
                return Refused(rows.Refusal, speech);
            StaffScreen.Write([.. rows.Value.Where(row => account is null || row.Account == account.Trim())], code, isList: account is null, json, speech);
            return ExitCode.Done;
        }
    }

    private static int Refused(RefusalText refusal, Speech speech)
    {
        RefusalScreen.Write(refusal, speech);
        return ExitCode.Refused;
    }
}
