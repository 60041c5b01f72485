using System.CommandLine;
using System.Text;
using ScCa.Console.Terminal;

namespace ScCa.Console.Staff;

/// <summary>
/// Who changes the staff's accounts, and by what he proves it. A passphrase is never an argument: those stand in the list of processes and in a shell's
/// history. It is read from a file, from a terminal that does not show it, or as the first line of a pipe.
/// </summary>
internal sealed class Signing(Speech speech)
{
    // More than any passphrase has: a file given by mistake is not read to its end.
    private const int LengthMax = 1024;

    private readonly Option<string> account = new("--as") { Description = speech["help.staff-as"], HelpName = "account", Required = true };
    private readonly Option<string> passphraseFile = new("--passphrase-file") { Description = speech["help.staff-passphrase-file"], HelpName = "file" };
    private readonly Option<string> data = new("--data") { Description = speech["help.staff-data"], HelpName = "folder", Required = true };

    public void AddTo(Command command)
    {
        passphraseFile.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && !File.Exists(token.Value))
                given.AddError(passphraseFile.Name);
        });
        command.Add(account);
        command.Add(passphraseFile);
        command.Add(data);
    }

    public string Account(ParseResult parsed) => parsed.GetRequiredValue(account);

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(data);

    public string Passphrase(ParseResult parsed, Speech asked)
    {
        if (parsed.GetValue(passphraseFile) is { } file)
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            return FirstLine(reader);
        }

        if (System.Console.IsInputRedirected)
            return FirstLine(System.Console.In);
        System.Console.Error.Write(asked.Say("staff.passphrase", ("account", Account(parsed))));
        var typed = Typed();
        System.Console.Error.WriteLine();
        return typed;
    }

    private static string FirstLine(TextReader reader)
    {
        var line = new StringBuilder();
        while (line.Length < LengthMax && reader.Read() is var c && c >= 0 && c is not '\n')
            line.Append((char)c);
        return line.ToString().TrimEnd('\r');
    }

    private static string Typed()
    {
        var typed = new StringBuilder();
        for (var key = System.Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = System.Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }

        return typed.ToString();
    }
}
