using System.Collections.Immutable;
using System.Globalization;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Domain.Tests.Help;

public sealed class HelpCatalogueTests
{
    private const int FragmentMin = 6;

    private static readonly ImmutableArray<(string Entry, string Text)> PlainSymptoms =
        [.. KnownMessages.Catalogue.Entries.SelectMany(entry => entry.Symptoms.Select(symptom => (entry.Id, Plain(symptom))))];

    private static HelpCatalogue Catalogue => KnownMessages.Catalogue;

    public static TheoryData<string, string> Messages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (message, entry) in KnownMessages.All)
                data.Add(message, entry);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_finds_its_entry_first(string message, string entry)
    {
        var found = Catalogue.Find(message, null);

        Assert.Equal((entry, 1.0), (found[0].Entry.Id, Math.Round(found[0].Score, 6)));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_within_other_words_finds_its_entry_first(string message, string entry) =>
        Assert.Equal(entry, First($"你好，我在电脑上打开网页的时候弹出来一个框：“{message}”，这是为什么？"));

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_fragment_of_six_to_nine_characters_that_no_other_entry_has_finds_its_own(string message, string entry) =>
        EveryFragmentFinds(message, entry, FragmentMin + 3);

    [Theory, Trait("set", "long")]
    [MemberData(nameof(Messages))]
    public void Every_fragment_of_six_characters_or_more_that_no_other_entry_has_finds_its_own(string message, string entry) =>
        EveryFragmentFinds(message, entry, int.MaxValue);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Width_case_marks_and_blanks_make_no_difference(string message, string entry)
    {
        var wide = string.Concat(message.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c));

        Assert.Equal(entry, First(wide));
        Assert.Equal(entry, First(message.ToUpperInvariant()));
        Assert.Equal(entry, First(string.Join(' ', message.ToCharArray())));
        Assert.Equal(entry, First(string.Concat(message.Where(char.IsLetterOrDigit))));
    }

    [Theory]
    [InlineData("檢測到您的證書已過期，無法使用", "gov-certificate-expired")]
    [InlineData("签名失败请重试l", "signing-failed")]
    [InlineData("末检测到国标印章", "gov-seal-not-upgraded")]
    [InlineData("钥匙盘巳过期，不能获取签章信息", "trading-seal-expired")]
    [InlineData("当前用户所厲机构与Key信息不一致", "gov-unit-differs-from-key")]
    [InlineData("[1oca1]KT_ReadSea1Datas", "gov-seal-data-unreadable")]
    [InlineData("L0CKED P1N", "pin-locked")]
    public void What_looks_alike_is_alike(string text, string entry) => Assert.Equal(entry, First(text));

    [Fact]
    public void A_message_of_which_every_seventh_character_is_wrong_still_finds_its_entry()
    {
        const int copiesEach = 100;
        var (right, all) = (0, 0);
        var worst = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (message, entry) in KnownMessages.All)
        {
            for (var copy = 0; copy < copiesEach; copy++)
            {
                // Every copy has a seed of its own.
                if (First(NoisyCopy.Of(message, all++)) == entry)
                    right++;
                else
                    worst[message] = worst.GetValueOrDefault(message) + 1;
            }
        }

        var recall = (double)right / all;
        var figures = string.Create(CultureInfo.InvariantCulture, $"{right} of {all} ({recall:P2}); missed: {string.Join(", ", worst.Select(w => $"{w.Key} {w.Value}"))}");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(all >= 2000, figures);
        Assert.True(recall >= 0.95, figures);
    }

    [Fact]
    public void Noise_is_as_thick_as_it_is_said_to_be()
    {
        const string message = "签章已超出安全使用期限，请及时联系签章发放单位进行年检操作。";
        var changes = Enumerable.Range(0, 500).Average(seed => NoisyCopy.Count(message, seed)) / message.Length;

        Assert.InRange(changes, 0.13, 0.17);
    }

    [Fact]
    public void Ordinary_sentences_find_nothing()
    {
        Assert.True(KnownMessages.Unrelated.Length >= 50);
        Assert.All(KnownMessages.Unrelated, text => Assert.Empty(Catalogue.Find(text, null)));
    }

    [Fact]
    public void The_same_text_finds_the_same_again() => Assert.Equal(
        Catalogue.Find("签章 证书 KEY 检测", null).Select(f => (f.Entry.Id, f.Score)),
        Catalogue.Find("签章 证书 KEY 检测", null).Select(f => (f.Entry.Id, f.Score)));

    [Fact]
    public void A_word_that_many_messages_share_lists_a_few_of_them()
    {
        var found = Catalogue.Find("签章", null);

        Assert.InRange(found.Length, 2, 5);
        Assert.Equal(found.Length, found.Select(f => f.Entry.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("hrss", "插件异常", 1)]
    [InlineData("gov-procurement", "插件异常", 0)]
    [InlineData("rural-property", "签名失败请重试", 1)]
    public void On_a_platform_only_what_is_met_there_is_found(string platform, string message, int count) =>
        Assert.Equal(count, Catalogue.Find(message, new PlatformId(platform)).Length);

    [Fact]
    public void Of_a_very_long_text_the_beginning_is_read()
    {
        var filler = string.Concat(Enumerable.Repeat("雨过天晴", 5000));

        Assert.Equal("hrss-plug-in", First($"插件异常{filler}"));
        Assert.Null(First($"{filler}插件异常"));
    }

    private static void EveryFragmentFinds(string message, string entry, int lengthMax)
    {
        var tried = 0;
        foreach (var fragment in Fragments(message, lengthMax).Where(f => IsOnlyIn(entry, f)))
        {
            Assert.True(First(fragment) == entry, $"'{fragment}' found {First(fragment)}");
            tried++;
        }

        Assert.True(tried > 0 || message.Length < FragmentMin, "No fragment was tried.");
    }

    private static string? First(string text) => Catalogue.Find(text, null).FirstOrDefault()?.Entry.Id;

    private static IEnumerable<string> Fragments(string message, int lengthMax) =>
        from length in Enumerable.Range(FragmentMin, Math.Max(0, Math.Min(message.Length, lengthMax) - FragmentMin + 1))
        from start in Enumerable.Range(0, message.Length - length + 1)
        select message.Substring(start, length);

    private static bool IsOnlyIn(string entry, string fragment)
    {
        var wanted = Plain(fragment);
        return PlainSymptoms.All(s => s.Entry == entry || !s.Text.Contains(wanted, StringComparison.Ordinal));
    }

    // As a reader compares; what the catalogue takes for look-alikes is its own affair, and proven with the exact text.
    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
