using ScCa.Application.Hall;

namespace ScCa.Web.Forms;

/// <summary>Finds platforms by what people call them.</summary>
internal static class PlatformNames
{
    /// <summary>The platforms with a name that holds what was typed; where there is none, those whose name is held by it.</summary>
    public static IReadOnlyList<PlatformOffer> FoundBy(this IReadOnlyList<PlatformOffer> platforms, string query)
    {
        var wanted = Plain(query);
        IReadOnlyList<PlatformOffer> within = [.. platforms.Where(p => Names(p).Any(name => Plain(name).Contains(wanted, StringComparison.Ordinal)))];
        return within.Count > 0 ? within : [.. platforms.Where(p => Names(p).Any(name => wanted.Contains(Plain(name), StringComparison.Ordinal)))];
    }

    public static PlatformOffer? ById(this IEnumerable<PlatformOffer> platforms, string id) => platforms.FirstOrDefault(p => p.Id == id);

    private static IEnumerable<string> Names(PlatformOffer platform) => [platform.Name.ZhCn, platform.Name.En, platform.Id, .. platform.Entries];

    // Full-width forms, case and blanks make no difference to somebody who searches. What is no text at all finds nothing.
    private static string Plain(string text) => string.Concat(
        text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
