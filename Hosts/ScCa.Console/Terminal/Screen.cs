using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScCa.Console.Terminal;

/// <summary>What people read: as wide as their terminal, up to where lines become hard to follow.</summary>
internal static class Screen
{
    private const int WidthMin = 60;
    private const int WidthMax = 130;
    private const int WidthOfPipe = 100;

    public static IAnsiConsole Create()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(System.Console.Out),
            // A file or a pipe gets text alone, whatever TERM says.
            Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = System.Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        screen.Profile.Width = Math.Clamp(Width(), WidthMin, WidthMax);
        return screen;
    }

    /// <summary>Data as it is: nothing in it is taken for markup.</summary>
    public static IRenderable Plain(string text, Style? style = null) => new Text(text, style);

    private static int Width()
    {
        // A pipe has no width of its own; COLUMNS is what shells and tests say it with.
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
            return columns;
        return System.Console.IsOutputRedirected ? WidthOfPipe : System.Console.WindowWidth;
    }
}
