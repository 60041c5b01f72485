using System.CommandLine;
using ScCa.Composition.Authority;
using ScCa.Console.Authority;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca seal</c>: electronic seals in files, made, shown, put on documents and verified.</summary>
internal static class SealCommand
{
    private const string DefaultVersion = "v4";

    public static Command Create(Speech speech) => new("seal", speech["help.seal"]) { Make(speech), Show(speech), Sign(speech), Verify(speech) };

    private static Command Make(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (maker, trust, json) = (given.Key("--maker", "help.seal-maker"), given.Trust(), given.Json());
        var name = new Option<string>("--name") { Description = speech["help.seal-name"], HelpName = "name", Required = true };
        var (holder, picture) = (given.File("--holder", "help.seal-holder", isRequired: true), given.File("--picture", "help.seal-picture", isRequired: false));
        var until = new Option<string>("--until") { Description = speech["help.seal-until"], HelpName = "date|instant" };
        var personal = new Option<bool>("--personal") { Description = speech["help.seal-personal"] };
        var version = new Option<string>("--format") { Description = speech["help.seal-version"], HelpName = "v4|v5", DefaultValueFactory = _ => DefaultVersion };
        version.AcceptOnlyFromAmong([.. SealOperations.Versions]);
        var output = given.File("--out", "help.seal-out", isRequired: true);
        var command = trust.AddTo(maker.AddTo(new Command("make", speech["help.seal-make"]) { name, holder, picture, until, personal, version, output, json }));
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(output);
            var seal = SealOperations.Make(new(
                maker.Of(parsed), trust.Of(parsed), parsed.GetRequiredValue(name), parsed.GetRequiredValue(holder), parsed.GetRequiredValue(version), file)
            {
                IsPersonal = parsed.GetValue(personal),
                PictureFile = parsed.GetValue(picture),
                ValidUntil = parsed.GetValue(until),
            });
            if (parsed.GetValue(json))
                JsonOut.Write(seal);
            else
                new SealScreen(speech).WriteMade(seal, file);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, json) = (given.Argument("help.seal-file"), given.Json());
        var command = new Command("show", speech["help.seal-show"]) { file, json };
        command.SetAction(parsed =>
        {
            var seal = SealOperations.Show(parsed.GetRequiredValue(file));
            if (parsed.GetValue(json))
                JsonOut.Write(seal);
            else
                new SealScreen(speech).Write(seal);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Sign(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, holder, trust, json) = (given.Argument("help.seal-document"), given.Key("--certificate", "help.seal-certificate"), given.Trust(), given.Json());
        var (seal, output, picture) = (
            given.File("--seal", "help.seal-seal", isRequired: true), given.File("--out", "help.seal-out", isRequired: true), given.File("--picture", "help.seal-look", isRequired: false));
        var timestamp = new Option<string>("--timestamp") { Description = speech["help.seal-timestamp"], HelpName = "url" };
        var place = new PlaceOptions(speech);
        var command = place.AddTo(trust.AddTo(holder.AddTo(new Command("sign", speech["help.seal-sign"]) { file, seal, output, picture, timestamp, json })));
        command.SetAction(parsed =>
        {
            var signed = SealOperations.Sign(new(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(seal), holder.Of(parsed), trust.Of(parsed), parsed.GetRequiredValue(output))
            {
                Place = place.Of(parsed),
                TimestampAuthority = parsed.GetValue(timestamp),
                PictureFile = parsed.GetValue(picture),
            });
            if (parsed.GetValue(json))
                JsonOut.Write(signed);
            else
                new SealScreen(speech).Write(signed);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify(Speech speech)
    {
        var given = new GivenOptions(speech);
        var (file, trust, json) = (given.Argument("help.seal-sealed"), given.Trust(), given.Json());
        var content = given.File("--content", "help.seal-content", isRequired: false);
        var command = trust.AddTo(new Command("verify", speech["help.seal-verify"]) { file, content, json });
        command.SetAction(parsed =>
        {
            var report = SealVerifications.Verify(parsed.GetRequiredValue(file), trust.Of(parsed), parsed.GetValue(content));
            if (parsed.GetValue(json))
                JsonOut.Write(report);
            else
                new SealScreen(speech).Write(report);
            return report.IsValid ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }
}
