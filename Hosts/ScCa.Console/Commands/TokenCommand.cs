using System.CommandLine;
using ScCa.Composition;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca token</c>: a PKCS#11 token, by whoever runs the server. PINs are read from files, never from the command line.</summary>
internal static class TokenCommand
{
    private const string DefaultKind = "p256";

    public static Command Create(Speech speech) => new("token", speech["help.token"])
    {
        Show(speech), MakeKey(speech), ShowKey(speech), Request(speech), VerifyPin(speech), ChangePin(speech), Unlock(speech),
    };

    private static Command Show(Speech speech)
    {
        var json = new Option<bool>("--json") { Description = speech["help.json"] };
        return Place(speech, "show", [json], (place, parsed) =>
        {
            var state = TokenOperations.Show(place);
            if (parsed.GetValue(json))
            {
                JsonOut.Write(state);
                return;
            }

            System.Console.Out.WriteLine(speech.Say(
                "token.state", ("label", state.Label), ("serial", state.Serial), ("maker", state.Manufacturer), ("model", state.Model), ("firmware", state.Firmware),
                ("user", speech[$"token.tries.{state.UserTries}"]), ("administrator", speech[$"token.tries.{state.AdministratorTries}"])));
            if (!state.IsPinSet)
                System.Console.Out.WriteLine(speech["token.no-pin"]);
            else if (state.PinMustBeChanged)
                System.Console.Out.WriteLine(speech["token.change-pin"]);
        });
    }

    private static Command MakeKey(Speech speech)
    {
        var (pin, key) = (PinFile(speech, "--pin-file", "help.token-pin"), Key(speech));
        var kind = new Option<string>("--kind") { Description = speech["help.token-kind"], HelpName = "kind", DefaultValueFactory = _ => DefaultKind };
        kind.AcceptOnlyFromAmong([.. TokenOperations.KeyKinds]);
        return Place(speech, "make-key", [pin, key, kind], (place, parsed) => Write(
            TokenOperations.MakeKey(place, parsed.GetRequiredValue(pin), parsed.GetRequiredValue(kind), parsed.GetRequiredValue(key)), speech));
    }

    private static Command ShowKey(Speech speech)
    {
        var (pin, key) = (PinFile(speech, "--pin-file", "help.token-pin"), Key(speech));
        return Place(speech, "show-key", [pin, key], (place, parsed) => Write(
            TokenOperations.ShowKey(place, parsed.GetRequiredValue(pin), parsed.GetRequiredValue(key)), speech));
    }

    private static Command Request(Speech speech)
    {
        var (pin, key) = (PinFile(speech, "--pin-file", "help.token-pin"), Key(speech));
        var subject = new Option<string>("--subject") { Description = speech["help.token-subject"], HelpName = "name", Required = true };
        return Place(speech, "request", [pin, key, subject], (place, parsed) => System.Console.Out.WriteLine(
            TokenOperations.Request(place, parsed.GetRequiredValue(pin), parsed.GetRequiredValue(key), parsed.GetRequiredValue(subject))));
    }

    private static Command VerifyPin(Speech speech)
    {
        var pin = PinFile(speech, "--pin-file", "help.token-pin");
        return Place(speech, "verify-pin", [pin], (place, parsed) =>
        {
            TokenOperations.VerifyPin(place, parsed.GetRequiredValue(pin));
            System.Console.Out.WriteLine(speech["token.pin-verified"]);
        });
    }

    private static Command ChangePin(Speech speech)
    {
        var (pin, next) = (PinFile(speech, "--pin-file", "help.token-pin"), PinFile(speech, "--new-pin-file", "help.token-new-pin"));
        return Place(speech, "change-pin", [pin, next], (place, parsed) =>
        {
            TokenOperations.ChangePin(place, parsed.GetRequiredValue(pin), parsed.GetRequiredValue(next));
            System.Console.Out.WriteLine(speech["token.pin-changed"]);
        });
    }

    private static Command Unlock(Speech speech)
    {
        var administrator = PinFile(speech, "--administrator-pin-file", "help.token-administrator-pin");
        var next = PinFile(speech, "--new-pin-file", "help.token-new-pin");
        return Place(speech, "unlock", [administrator, next], (place, parsed) =>
        {
            TokenOperations.Unlock(place, parsed.GetRequiredValue(administrator), parsed.GetRequiredValue(next));
            System.Console.Out.WriteLine(speech["token.unlocked"]);
        });
    }

    private static Command Place(Speech speech, string name, IEnumerable<Option> own, Action<TokenPlace, ParseResult> run)
    {
        var module = new Option<string>("--module") { Description = speech["help.token-module"], HelpName = "file", Required = true };
        var label = new Option<string>("--label") { Description = speech["help.token-label"], HelpName = "label" };
        var serial = new Option<string>("--serial") { Description = speech["help.token-serial"], HelpName = "number" };
        var maker = new Option<string>("--maker-file") { Description = speech["help.token-maker"], HelpName = "file" };
        var command = new Command(name, speech[$"help.token-{name}"]) { module, label, serial, maker };
        foreach (var option in own)
            command.Add(option);
        command.SetAction(parsed =>
        {
            run(new TokenPlace(parsed.GetRequiredValue(module), parsed.GetValue(label), parsed.GetValue(serial), parsed.GetValue(maker)), parsed);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> PinFile(Speech speech, string name, string help) => new(name) { Description = speech[help], HelpName = "file", Required = true };

    private static Option<string> Key(Speech speech) => new("--key") { Description = speech["help.token-key"], HelpName = "label", Required = true };

    private static void Write(TokenPlaceKey key, Speech speech)
    {
        System.Console.Error.WriteLine(speech.Say("token.key", ("name", key.Name), ("algorithm", key.Algorithm)));
        System.Console.Out.WriteLine(key.PublicKey);
    }
}
