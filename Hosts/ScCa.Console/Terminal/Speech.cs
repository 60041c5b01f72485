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

    public string Say(string key, IReadOnlyDictionary<string, string> facts) => texts.Fill(language, key, facts);
}
