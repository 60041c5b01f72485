using System.CommandLine;
using ScCa.Application.Policies;
using ScCa.Composition.Gateways;
using ScCa.Console.CommandLine;
using ScCa.Console.Policies;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca policy</c>: what the platforms' policies say, whether they hold, and fixing new versions for good.</summary>
internal static class PolicyCommand
{
    public static Command Create(Speech speech) => new("policy", speech["help.policy"]) { Check(speech), Publish(speech) };

    private static Command Check(Speech speech)
    {
        var folder = new Argument<string?>("folder") { Description = speech["help.policy-check-folder"], Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var command = new Command("check", speech["help.policy-check"]) { folder, json };
        command.SetAction(parsed => Write(PolicyReport.On(parsed.GetValue(folder) is { } path ? PolicyFolders.At(path) : null), parsed.GetValue(json), speech, screen => screen.Check));
        return command;
    }

    private static Command Publish(Speech speech)
    {
        var folder = new Argument<string>("folder") { Description = speech["help.policy-publish-folder"] };
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        var command = new Command("publish", speech["help.policy-publish"]) { folder, json };
        command.SetAction(parsed => Write(PolicyPublication.Publish(PolicyFolders.At(parsed.GetRequiredValue(folder))), parsed.GetValue(json), speech, screen => screen.Published));
        return command;
    }

    private static int Write(PolicyReport report, bool json, Speech speech, Func<PolicyScreen, Action<PolicyReport>> shown)
    {
        if (json)
            JsonOut.Write(report);
        else
            shown(new PolicyScreen(speech))(report);
        foreach (var fault in report.Faults)
            System.Console.Error.WriteLine(speech.Say("policy.fault", ("file", fault.File), ("path", fault.Path), ("reason", fault.Reason(speech.Language))));
        return report.Faults.IsEmpty ? ExitCode.Done : ExitCode.Refused;
    }
}
