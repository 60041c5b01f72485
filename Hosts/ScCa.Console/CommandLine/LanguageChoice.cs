using ScCa.Application.Texts;

namespace ScCa.Console.CommandLine;

/// <summary>
/// Which language to speak: what was asked for, then SCCA_LANG, then a Chinese LC_ALL or LANG, and else Chinese, the product's first. English is spoken
/// to those who ask for it, because on a server LANG says nothing about its reader.
/// </summary>
internal static class LanguageChoice
{
    public const string Option = "--lang";
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>Read before anything is parsed: the help is in this language too.</summary>
    public static Language For(IReadOnlyList<string> arguments) =>
        Asked(arguments) ?? Named(Environment.GetEnvironmentVariable("SCCA_LANG")) ?? Chosen("LC_ALL") ?? Chosen("LANG") ?? Language.ZhCn;

    private static Language? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == Option && i + 1 < arguments.Count)
                return Named(arguments[i + 1]);
            if (arguments[i].StartsWith($"{Option}=", StringComparison.Ordinal))
                return Named(arguments[i][(Option.Length + 1)..]);
        }

        return null;
    }

    private static Language? Named(string? name) => name switch
    {
        not null when name.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) => Language.ZhCn,
        not null when name.StartsWith(English, StringComparison.OrdinalIgnoreCase) => Language.En,
        _ => null,
    };

    private static Language? Chosen(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } locale && locale.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) ? Language.ZhCn : null;
}
