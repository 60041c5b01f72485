using System.CommandLine;
using ScCa.Composition;
using ScCa.Composition.Authority;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary>Options that several commands about files have alike.</summary>
internal sealed class GivenOptions(Speech speech)
{
    public Option<string> File(string name, string help, bool isRequired) => Place(name, help, isRequired, "file");

    public Option<string> Folder(string name, string help, bool isRequired) => Place(name, help, isRequired, "folder");

    public Option<string[]> Many(string name, string help, string helpName) => new(name) { Description = speech[help], HelpName = helpName, AllowMultipleArgumentsPerToken = true };

    public Option<string> Data(string help) => new("--data")
    {
        Description = speech[help],
        HelpName = "folder",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable($"{ScCaSettings.EnvironmentPrefix}DATA") ?? "data",
    };

    public Option<bool> Json() => new("--json") { Description = speech["help.json"] };

    public Argument<string> Argument(string help) => new("file") { Description = speech[help] };

    public TrustOptions Trust() => new(this, speech);

    public KeyOptions Key(string certificate, string certificateHelp) => new(this, certificate, certificateHelp);

    private Option<string> Place(string name, string help, bool isRequired, string helpName) => new(name) { Description = speech[help], HelpName = helpName, Required = isRequired };
}

/// <summary>Whom a verification believes.</summary>
internal sealed class TrustOptions(GivenOptions given, Speech speech)
{
    private readonly Option<string[]> roots = Required(given.Many("--root", "help.trust-root", "file"));
    private readonly Option<string[]> intermediates = given.Many("--intermediate", "help.trust-intermediate", "file");
    private readonly Option<string[]> lists = given.Many("--crl", "help.trust-crl", "file");
    private readonly Option<string[]> responses = given.Many("--ocsp", "help.trust-ocsp", "file");
    private readonly Option<string> at = new("--at") { Description = speech["help.trust-at"], HelpName = "date|instant" };

    public Command AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[roots, intermediates, lists, responses, at])
            command.Add(option);
        return command;
    }

    public GivenTrust Of(ParseResult parsed) => new(
        parsed.GetValue(roots) ?? [], parsed.GetValue(intermediates) ?? [], parsed.GetValue(lists) ?? [], parsed.GetValue(responses) ?? [], parsed.GetValue(at));

    private static Option<string[]> Required(Option<string[]> option)
    {
        option.Required = true;
        return option;
    }
}

/// <summary>A certificate with its key; the password is read from a file.</summary>
internal sealed class KeyOptions(GivenOptions given, string certificateOption, string certificateHelp)
{
    private readonly Option<string> certificate = given.File(certificateOption, certificateHelp, isRequired: true);
    private readonly Option<string> key = given.File("--key", "help.seal-key", isRequired: true);
    private readonly Option<string> password = given.File("--password-file", "help.seal-password", isRequired: true);

    public Command AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[certificate, key, password])
            command.Add(option);
        return command;
    }

    public GivenKey Of(ParseResult parsed) => new(parsed.GetRequiredValue(certificate), parsed.GetRequiredValue(key), parsed.GetRequiredValue(password));
}
