using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Composition.Authority;
using ScCa.Console.Authority;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca ca</c>: the authority's own certificates, keys and lists, by whoever runs the server. Passwords are read from files, never from the command line.</summary>
internal static class CaCommand
{
    private const string DefaultAlgorithm = "sm2";

    private const string SharesName = "shares";

    public static Command Create(Speech speech) => new("ca", speech["help.ca"]) { Init(speech), Show(speech), Lists(speech), CaRestoreCommand.Create(speech) };

    private static Command Init(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (folder, password) = (given.Folder("--folder", "help.ca-folder", isRequired: true), given.File("--password-file", "help.ca-password", isRequired: true));
        var organization = new Option<string>("--organization") { Description = speech["help.ca-organization"], HelpName = "name", Required = true };
        var name = new Option<string>("--name") { Description = speech["help.ca-name"], HelpName = "name", Required = true };
        var algorithms = given.Many("--algorithm", "help.ca-algorithm", "sm2|p256|rsa");
        algorithms.AcceptOnlyFromAmong([.. CeremonyOperations.AlgorithmNames]);
        var custodians = given.Many("--custodian", "help.ca-custodian", "name");
        var threshold = new Option<int>("--threshold") { Description = speech["help.ca-threshold"], HelpName = "number" };
        var (data, shares, json) = (given.Data("help.ca-data"), given.Folder("--shares", "help.ca-shares", isRequired: false), given.Json());
        var command = new Command("init", speech["help.ca-init"]) { folder, password, organization, name, algorithms, custodians, threshold, data, shares, json };
        command.SetAction(parsed =>
        {
            var place = parsed.GetRequiredValue(folder);
            var report = CeremonyOperations.Hold(new(
                place, parsed.GetRequiredValue(password), parsed.GetRequiredValue(organization), parsed.GetRequiredValue(name),
                parsed.GetValue(algorithms) is { Length: > 0 } named ? named : [DefaultAlgorithm], parsed.GetRequiredValue(data))
            {
                Archive = parsed.GetValue(custodians) is { Length: > 0 } people
                    ? new(parsed.GetValue(shares) ?? Path.Combine(place, SharesName), people, parsed.GetValue(threshold))
                    : null,
            });
            if (parsed.GetValue(json))
                JsonOut.Write(report);
            else
                new AuthorityScreen(speech).Write(report);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (folder, json) = (given.Folder("--folder", "help.ca-folder", isRequired: true), given.Json());
        var command = new Command("show", speech["help.ca-show"]) { folder, json };
        command.SetAction(parsed =>
        {
            var shown = CeremonyOperations.Show(parsed.GetRequiredValue(folder));
            if (parsed.GetValue(json))
                JsonOut.Write(shown);
            else
                new AuthorityScreen(speech).Write(shown);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Lists(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (data, folder, password) = (
            given.Data("help.ca-crl-data"), given.Folder("--folder", "help.ca-crl-folder", isRequired: false), given.File("--password-file", "help.ca-crl-password", isRequired: false));
        var now = new Option<bool>("--now") { Description = speech["help.ca-crl-now"] };
        var (roots, revoked) = (given.Many("--root", "help.ca-crl-root", "sm2|p256|rsa"), given.Many("--revoke", "help.ca-crl-revoke", "file"));
        roots.AcceptOnlyFromAmong([.. CeremonyOperations.AlgorithmNames]);
        var reason = new Option<string>("--reason") { Description = speech["help.ca-crl-reason"], DefaultValueFactory = _ => RootListOperations.DefaultReason };
        reason.AcceptOnlyFromAmong([.. RootListOperations.Reasons]);
        var json = given.Json();
        var command = new Command("crl", speech["help.ca-crl"]) { data, folder, password, now, roots, revoked, reason, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var authority = AuthorityOf(parsed.GetValue(folder) ?? Setting("AUTHORITY__FOLDER"), parsed.GetValue(password) ?? Setting("AUTHORITY__PASSWORDFILE"));
            var (named, taken) = (parsed.GetValue(roots) ?? [], parsed.GetValue(revoked) ?? []);
            var isOfRoots = named.Length + taken.Length > 0;
            var report = isOfRoots
                ? RootListOperations.Issue(authority, named, taken, parsed.GetRequiredValue(reason))
                : await IssueDue(parsed.GetRequiredValue(data), authority, parsed.GetValue(now), cancellation);
            if (parsed.GetValue(json))
                JsonOut.Write(report);
            else
                new AuthorityScreen(speech).Write(report, isOfRoots);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<RevocationListsReport> IssueDue(string data, AuthorityFolder? authority, bool isForced, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCa(options =>
        {
            options.DataFolder = data;
            options.AuthorityFolder = authority;
        }).BuildServiceProvider();
        await using (services)
            return await services.IssueRevocationLists(isForced, cancellation);
    }

    private static AuthorityFolder? AuthorityOf(string? folder, string? passwordFile) => folder is null || passwordFile is null ? null : new(folder, passwordFile);

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(ScCaSettings.EnvironmentPrefix + name);
}
