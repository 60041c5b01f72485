using ScCa.Application.Texts;

namespace ScCa.Web.Wording;

/// <summary>The pages' own texts, and behind them the system's words.</summary>
internal sealed class PageTexts(TextCatalog system)
{
    private readonly TextCatalog pages = new(typeof(PageTexts).Assembly);

    public IEnumerable<string> Keys => pages.Keys;

    public string Text(Language language, string key) => In(key)[language, key];

    public string Fill(Language language, string key, IReadOnlyDictionary<string, string> facts) => In(key).Fill(language, key, facts);

    public bool Has(string key) => pages.Has(key) || system.Has(key);

    private TextCatalog In(string key) => pages.Has(key) ? pages : system;
}
