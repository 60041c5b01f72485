using System.CommandLine;
using System.CommandLine.Help;
using ScCa.Composition;
using ScCa.Composition.Authority;
using ScCa.Console.Commands;
using ScCa.Console.Terminal;

namespace ScCa.Console.CommandLine;

/// <summary>The commands, and what every one of them does with what goes wrong.</summary>
internal static class ScCaCommandLine
{
    private const string VerboseOption = "--verbose";

    public static async Task<int> Run(string[] arguments)
    {
        var speech = new Speech(LanguageChoice.For(arguments));
        var parsed = Create(speech).Parse(arguments);
        if (parsed.Errors.Count > 0)
            return UsageErrors.Write(parsed, speech);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartUpRefusedException refused)
        {
            RefusalScreen.Write(refused, speech);
            return ExitCode.WrongUse;
        }
        catch (OperationRefusedException refused)
        {
            RefusalScreen.Write(refused, speech);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            System.Console.Error.WriteLine(speech["stopped"]);
            return ExitCode.Stopped;
        }
        catch (Exception failure)
        {
            // An exception's own text is for developers, and may quote what was entered: only who asks for it sees it.
            System.Console.Error.WriteLine(speech.Say("failed", ("kind", failure.GetType().Name), ("option", VerboseOption)));
            if (parsed.GetValue<bool>(VerboseOption))
                System.Console.Error.WriteLine(failure);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Speech speech)
    {
        var root = new RootCommand(speech["help.scca"]);
        root.Add(new Option<string>(LanguageChoice.Option) { Description = speech["help.lang"], HelpName = "zh|en", Recursive = true }
            .AcceptOnlyFromAmong(LanguageChoice.Chinese, LanguageChoice.English));
        root.Add(new Option<bool>(VerboseOption) { Description = speech["help.verbose"], Recursive = true });
        root.Add(DemoCommand.Create(speech));
        root.Add(DiagnoseCommand.Create(speech));
        root.Add(HistoryCommand.Create(speech));
        root.Add(InitCommand.Create(speech));
        root.Add(BankCommand.Create(speech));
        root.Add(StaffCommand.Create(speech));
        root.Add(PolicyCommand.Create(speech));
        root.Add(KeyCommand.Create(speech));
        root.Add(TokenCommand.Create(speech));
        root.Add(CaCommand.Create(speech));
        root.Add(CertCommand.Create(speech));
        root.Add(SealCommand.Create(speech));
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
                (option.Description, option.Action) = (speech["help.help"], new HelpScreen(speech));
            else if (option is VersionOption)
                option.Description = speech["help.version"];
        }

        return root;
    }
}
