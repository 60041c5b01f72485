using System.Globalization;

namespace ScCa.Web.Starting;

/// <summary>What was said on the command line, as settings; everything else is configured by appsettings.json and <c>SCCA_…</c> variables.</summary>
/// <param name="NotUnderstood">The first argument that means nothing here.</param>
internal sealed record Arguments(IReadOnlyDictionary<string, string?> Settings, bool WantsUsage, string? NotUnderstood)
{
    public static Arguments Parse(IEnumerable<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var word))
        {
            var (option, given) = word.Split('=', 2) is [var name, var value] ? (name, value) : (word, null);
            switch (option)
            {
                case "--help" or "-h" or "-?":
                    return new Arguments(settings, WantsUsage: true, null);
                case "--demo" when given is null:
                    settings[Setting.Demo] = "true";
                    break;
                case "--status-only" when given is null:
                    settings[Setting.StatusOnly] = "true";
                    break;
                case "--data" when Value(words, given) is { } folder:
                    settings[Setting.Data] = folder;
                    break;
                case "--urls" when Value(words, given) is { } urls:
                    settings[Setting.Urls] = urls;
                    break;
                case "--port" when ushort.TryParse(Value(words, given), NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                    settings[Setting.Urls] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
                    break;
                default:
                    return new Arguments(settings, WantsUsage: false, word);
            }
        }

        return new Arguments(settings, WantsUsage: false, null);
    }

    private static string? Value(Queue<string> words, string? given) => given ?? (words.TryDequeue(out var next) ? next : null);
}

/// <summary>The names under which the host is configured.</summary>
internal static class Setting
{
    public const string Prefix = "SCCA_";
    public const string Demo = "Demo";
    public const string Data = "Data";
    public const string StatusOnly = "StatusOnly";
    public const string Urls = "urls";
    public const string SqliteLibrary = "SqliteLibrary";
    public const string Payee = "Payee";
}
