using System.CommandLine;
using System.CommandLine.Invocation;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.CommandLine;

/// <summary>The help of a command in the user's language.</summary>
internal sealed class HelpScreen(Speech speech) : SynchronousCommandLineAction
{
    // Asked for help, nothing else on the line matters.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var command = parseResult.CommandResult.Command;
        var screen = Screen.Create();
        screen.Write(Screen.Plain($"{command.Description}\n\n"));
        screen.Write(Screen.Plain($"{speech["help.usage"]}\n  {Usage(command)}\n"));
        Section(screen, "help.commands", command.Subcommands.Select(c => (c.Name, c.Description)));
        Section(screen, "help.arguments", command.Arguments.Select(a => ($"<{a.Name}>", a.Description)));
        Section(screen, "help.options", OptionsOf(command).Select(o => (Name(o), o.Description)));
        if (command is RootCommand)
            screen.Write(Screen.Plain($"\n{speech["help.exit-codes"]}\n"));
        return ExitCode.Done;
    }

    private static string Usage(Command command)
    {
        var path = PathOf(command);
        var arguments = string.Concat(command.Arguments.Select(a => $" <{a.Name}>"));
        return command.Subcommands.Count > 0 ? $"{path} <command> [options]" : $"{path}{arguments} [options]";
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : Invocation.Name;

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(o => o.Recursive)).Where(o => !o.Hidden);

    private static string Name(Option option) => option.ValueType == typeof(bool) || option is VersionOption or System.CommandLine.Help.HelpOption
        ? option.Name
        : $"{option.Name} <{option.HelpName ?? "value"}>";

    private void Section(IAnsiConsole screen, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn();
        var count = 0;
        foreach (var (name, description) in rows)
        {
            grid.AddRow(Screen.Plain(name), Screen.Plain(description ?? ""));
            count++;
        }

        if (count == 0)
            return;
        screen.Write(Screen.Plain($"\n{speech[title]}\n"));
        screen.Write(grid);
    }
}
