using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Texts;

/// <summary>The languages everything is shown in.</summary>
public enum Language
{
    ZhCn,
    En,
}

/// <summary>
/// Every text that people read, by key and language, from the embedded <c>*.zh-CN.json</c> and <c>*.en.json</c> of the assemblies given. It needs no
/// culture of the machine: a system without ICU data shows the same texts.
/// </summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, string> zhCn;
    private readonly FrozenDictionary<string, string> en;

    public TextCatalog(params ReadOnlySpan<Assembly> assemblies)
    {
        var (chinese, english) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var assembly in assemblies)
        {
            Read(assembly, ".zh-CN.json", chinese);
            Read(assembly, ".en.json", english);
        }

        if (chinese.Keys.Except(english.Keys).Concat(english.Keys.Except(chinese.Keys)).ToList() is { Count: > 0 } missing)
            throw new InvalidOperationException($"Texts in one language only: {string.Join(", ", missing)}");
        zhCn = chinese.ToFrozenDictionary(StringComparer.Ordinal);
        en = english.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => zhCn.Keys;

    /// <summary>The text of a key; a key without a text is a defect and says so.</summary>
    public string this[Language language, string key] =>
        (language == Language.ZhCn ? zhCn : en).TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}'.");

    public bool Has(string key) => zhCn.ContainsKey(key);

    /// <summary>The text with its places {like} {this} filled from the facts; a fact that names a word is spelled in the language.</summary>
    public string Fill(Language language, string key, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var text = this[language, key];
        var filled = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
                return filled.Append(text, at, text.Length - at).ToString();
            var close = text.IndexOf('}', open);
            filled.Append(text, at, open - at);
            filled.Append(Spell(language, facts[text[(open + 1)..close]]));
            at = close + 1;
        }

        return filled.ToString();
    }

    private string Spell(Language language, string fact) => FactWord.Read(fact, language == Language.ZhCn, word => this[language, word]);

    private static void Read(Assembly assembly, string ending, Dictionary<string, string> into)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            Flatten(json.RootElement, "", into);
        }
    }

    // {"A": {"text": "…"}} is the key "A.text".
    private static void Flatten(JsonElement element, string key, Dictionary<string, string> into)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            into.Add(key, element.GetString()!);
            return;
        }

        foreach (var property in element.EnumerateObject())
            Flatten(property.Value, key.Length == 0 ? property.Name : $"{key}.{property.Name}", into);
    }
}
