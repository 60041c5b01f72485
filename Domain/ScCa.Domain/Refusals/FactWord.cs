using ScCa.Domain.Platforms;

namespace ScCa.Domain.Refusals;

/// <summary>
/// A fact that reads differently in each language. It is carried as <c>@Operation.Renew</c>, spelled in words.zh-CN.json and words.en.json, or as
/// <c>@中文|English</c> where the words come from a policy.
/// </summary>
public static class FactWord
{
    public const char Prefix = '@';

    private const char Divider = '|';

    /// <summary>A text from outside: one that happens to begin like a word is marked, so that it is read as it was written.</summary>
    public static string Plain(string text) => text is [Prefix, ..] ? Prefix + text : text;

    /// <summary>Names the word for one of an enum's values.</summary>
    public static string Of<T>(T value) where T : struct, Enum => $"{Prefix}{typeof(T).Name}.{value}";

    internal static string Both(LocalizedText text) => $"{Prefix}{text.ZhCn}{Divider}{text.En}";

    /// <summary>The fact in one language; <paramref name="spell"/> gives the words of a named one.</summary>
    public static string Read(string fact, bool chinese, Func<string, string> spell)
    {
        ArgumentNullException.ThrowIfNull(spell);
        if (fact is not [Prefix, .. var word])
            return fact;
        if (word is [Prefix, ..])
            return word;
        var divider = word.IndexOf(Divider, StringComparison.Ordinal);
        if (divider < 0)
            return spell(word);
        return chinese ? word[..divider] : word[(divider + 1)..];
    }
}
