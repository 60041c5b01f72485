using System.CommandLine;
using ScCa.Composition.Authority;
using ScCa.Console.Authority;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca cert</c>: certificates in files, shown, linted and verified.</summary>
internal static class CertCommand
{
    public static Command Create(Speech speech) => new("cert", speech["help.cert"]) { Show(speech), Lint(speech), Verify(speech) };

    private static Command Show(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, json) = (given.Argument("help.cert-file"), given.Json());
        var command = new Command("show", speech["help.cert-show"]) { file, json };
        command.SetAction(parsed =>
        {
            var shown = CertificateOperations.Show(parsed.GetRequiredValue(file));
            if (parsed.GetValue(json))
                JsonOut.Write(shown);
            else
                new CertificateScreen(speech).Write(shown);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Lint(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, issuer, json) = (given.Argument("help.cert-file"), given.File("--issuer", "help.cert-issuer", isRequired: true), given.Json());
        var use = new Option<string>("--use") { Description = speech["help.cert-use"], HelpName = "use" };
        use.AcceptOnlyFromAmong([.. CertificateOperations.Uses]);
        var command = new Command("lint", speech["help.cert-lint"]) { file, issuer, use, json };
        command.SetAction(parsed =>
        {
            var report = CertificateOperations.Lint(parsed.GetRequiredValue(file), parsed.GetRequiredValue(issuer), parsed.GetValue(use));
            if (parsed.GetValue(json))
                JsonOut.Write(report);
            else
                new CertificateScreen(speech).Write(report);
            return report.Findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static Command Verify(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, trust, json) = (given.Argument("help.cert-file"), given.Trust(), given.Json());
        var purpose = new Option<string>("--purpose") { Description = speech.Say("help.cert-purpose", ("names", string.Join(", ", KeyPurposes.Names))), HelpName = "purpose" };
        var strict = new Option<bool>("--strict") { Description = speech["help.cert-strict"] };
        var command = trust.AddTo(new Command("verify", speech["help.cert-verify"]) { file, purpose, strict, json });
        command.SetAction(parsed =>
        {
            var report = CertificateOperations.Verify(new(parsed.GetRequiredValue(file), trust.Of(parsed), parsed.GetValue(purpose), parsed.GetValue(strict)));
            if (parsed.GetValue(json))
                JsonOut.Write(report);
            else
                new CertificateScreen(speech).Write(report);
            return report.IsValid ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }
}
