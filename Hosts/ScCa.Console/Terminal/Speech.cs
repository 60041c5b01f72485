using ScCa.Application.Texts;

namespace ScCa.Console.Terminal;

/// <summary>The console's texts in the language of its user.</summary>
internal sealed class Speech(Language language)
{
    private readonly TextCatalog texts = new(typeof(Speech).Assembly);

    public Language Language => language;

    public string this[string key] => texts[language, key];

    public bool Has(string key) => texts.Has(key);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            named.Add(name, value);
        return Say(key, named);
    }

    public string Say(string key, IReadOnlyDictionary<string, string> facts) =>
        texts.Fill(language, key, facts.ToDictionary(fact => fact.Key, fact => Plain(fact.Value), StringComparer.Ordinal));

    // The catalogue takes a fact that begins with @ for the name of a word. What is said here is data, and is said as it is.
    private static string Plain(string fact) => fact is ['@', ..] ? $"@{fact}" : fact;
}
