using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition;
using ScCa.Composition.Gateways;
using ScCa.Console.CommandLine;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary><c>scca bank import</c>: takes in a bank's statement file (P3).</summary>
internal static class BankCommand
{
    public static Command Create(Speech speech)
    {
        var file = new Argument<string>("file") { Description = speech["help.bank-file"] };
        var mapping = new Option<string>("--mapping") { Description = speech["help.bank-mapping"], HelpName = "file", Required = true };
        var data = new Option<string>("--data")
        {
            Description = speech["help.history-data"],
            HelpName = "folder",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable($"{ScCaSettings.EnvironmentPrefix}DATA") ?? "data",
        };
        var import = new Command("import", speech["help.bank-import"]) { file, mapping, data };
        import.SetAction((parsed, cancellation) => Import(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(mapping), parsed.GetRequiredValue(data), speech, cancellation));
        return new Command("bank", speech["help.bank"]) { import };
    }

    private static async Task<int> Import(string file, string mapping, string data, Speech speech, CancellationToken cancellation)
    {
        var services = new ServiceCollection().AddLogging().AddScCa(options => options.DataFolder = data).BuildServiceProvider();
        await using (services)
        {
            return Tell(await services.ImportStatement(file, mapping, cancellation), speech);
        }
    }

    private static int Tell(ImportedStatement imported, Speech speech)
    {
        System.Console.Out.WriteLine(speech.Say(
            "bank.imported", ("new", Text(imported.New)), ("known", Text(imported.Known)), ("other", Text(imported.Other)), ("bad", Text(imported.Bad.Length)),
            ("digest", imported.Digest)));
        foreach (var line in imported.Bad)
        {
            System.Console.Error.WriteLine(speech.Say(
                "bank.bad-line", ("line", line.LastLine == line.Line ? Text(line.Line) : $"{Text(line.Line)}–{Text(line.LastLine)}"), ("reason", speech[$"bank.reasons.{line.Reason}"])));
        }

        // The good lines are taken all the same: what is left is for a person.
        return imported.Bad.IsEmpty ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
