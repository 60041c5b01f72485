using System.CommandLine;
using ScCa.Composition.Authority;
using ScCa.Console.Terminal;

namespace ScCa.Console.Commands;

/// <summary>Where a seal shows; nowhere unless somebody says so.</summary>
internal sealed class PlaceOptions(Speech speech)
{
    private readonly Option<int?> page = new("--page") { Description = speech["help.seal-page"], HelpName = "number" };
    private readonly Option<double?> left = new("--x") { Description = speech["help.seal-x"], HelpName = "mm" };
    private readonly Option<double?> top = new("--y") { Description = speech["help.seal-y"], HelpName = "mm" };

    public Command AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[page, left, top])
            command.Add(option);
        return command;
    }

    /// <exception cref="OperationRefusedException">It is named in part.</exception>
    public SealPlace? Of(ParseResult parsed) => SealPlace.Of(parsed.GetValue(page), parsed.GetValue(left), parsed.GetValue(top));
}
