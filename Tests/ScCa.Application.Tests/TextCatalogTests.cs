using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests;

public sealed class TextCatalogTests
{
    private readonly TextCatalog texts = new(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly);

    [Fact]
    public void Every_refusal_of_input_has_both_texts_in_both_languages()
    {
        foreach (var method in typeof(RefuseInput).GetMethods().Where(m => m.IsStatic))
        {
            object[] arguments = [.. method.GetParameters().Select(p => p.ParameterType == typeof(int) ? (object)3 : "term")];
            var text = RefusalText.From((Domain.Refusals.Refusal)method.Invoke(null, arguments)!, texts);

            Assert.All([text.ZhCn, text.En, text.NextZhCn, text.NextEn], t => Assert.False(string.IsNullOrWhiteSpace(t)));
            Assert.DoesNotContain("{", text.ZhCn + text.En + text.NextZhCn + text.NextEn, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_languages_use_the_same_places()
    {
        foreach (var key in texts.Keys)
            Assert.Equal(Places(texts[Language.ZhCn, key]), Places(texts[Language.En, key]));
    }

    [Fact]
    public void A_word_is_spelled_in_its_language()
    {
        var facts = new Dictionary<string, string> { ["operation"] = "@Operation.Renew" };

        Assert.Contains("更新", texts.Fill(Language.ZhCn, "sms.application-returned", facts), StringComparison.Ordinal);
        Assert.Contains("renewal", texts.Fill(Language.En, "sms.application-returned", facts), StringComparison.Ordinal);
    }

    private static HashSet<string> Places(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{[^}]*\}").Select(m => m.Value)];
}
