using System.CommandLine;
using System.CommandLine.Parsing;
using ScCa.Console.Terminal;

namespace ScCa.Console.CommandLine;

/// <summary>What is wrong with the command line, in the user's language: the parser itself speaks only English here.</summary>
internal static class UsageErrors
{
    public static int Write(ParseResult parsed, Speech speech)
    {
        foreach (var fault in parsed.UnmatchedTokens.Count > 0 ? Unknown(parsed, speech) : parsed.Errors.Select(e => Text(e, speech)).Distinct())
            System.Console.Error.WriteLine(fault);
        System.Console.Error.WriteLine(speech.Say("usage.next", ("command", CommandPath(parsed))));
        return ExitCode.WrongUse;
    }

    private static IEnumerable<string> Unknown(ParseResult parsed, Speech speech) =>
        [speech.Say("usage.unknown", ("what", string.Join(' ', parsed.UnmatchedTokens)))];

    private static string Text(ParseError error, Speech speech) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } => speech.Say("usage.option-needs-value", ("what", option.Name)),
        OptionResult { Tokens: [.., var given], Option: var option } => speech.Say(
            "usage.option-value", ("what", option.Name), ("given", given.Value), ("wanted", option.HelpName ?? "")),
        ArgumentResult { Argument: var argument } => speech.Say("usage.argument-missing", ("what", argument.Name)),
        CommandResult { Command: RootCommand } => speech["usage.command-missing"],
        CommandResult { Command.Arguments: [var argument, ..] } => speech.Say("usage.argument-missing", ("what", argument.Name)),
        _ => speech["usage.wrong"],
    };

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? Invocation.Name : $"{Invocation.Name} {parsed.CommandResult.Command.Name}";
}
