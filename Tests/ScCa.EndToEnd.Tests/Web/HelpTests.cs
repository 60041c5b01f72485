using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed partial class HelpTests(RunningHall hall)
{
    private const string KeyNotFound = "未检测到KEY或者您的更新/变更业务正在办理";

    [Fact]
    public async Task Help_is_there_for_everybody_in_both_languages()
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get("/help");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("ReadSealDatas:获取厂家印章数据失败", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/help\"", (await visitor.Get("/")).Html, StringComparison.Ordinal);
        page = await visitor.Follow(await visitor.Get($"/help?q={Uri.EscapeDataString("插件异常")}&lang=en"));
        Assert.Contains("The certificate assistant (i信) is too old.", page.Html, StringComparison.Ordinal);
        Assert.Contains("400-028-1130", page.Html, StringComparison.Ordinal);
        Assert.Contains("Sign in with your phone", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("签章软件未识别到USB", "", "trading-seal-not-found")]
    [InlineData("L0CKED P1N", "hrss", "pin-locked")]
    [InlineData("<b>未知错误</b>", "gov-procurement", "gov-unknown-error")]
    public async Task A_message_finds_its_entry_by_a_fragment_or_a_bad_copy(string message, string platform, string entry)
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get($"/help?q={Uri.EscapeDataString(message)}&platform={platform}");

        Assert.Equal(entry, Entries().Match(page.Html).Groups[1].Value);
        Assert.DoesNotContain("<b>未知错误", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_gives_the_service_line_and_what_is_elsewhere_says_so()
    {
        using var visitor = new Visitor(hall.Address);

        var unknown = await visitor.Get($"/help?q={Uri.EscapeDataString("今天天气真好")}");
        Assert.Contains("没有找到这样的提示", unknown.Html, StringComparison.Ordinal);
        Assert.Contains("400-028-1130", unknown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-entry", unknown.Html, StringComparison.Ordinal);
        var elsewhere = await visitor.Get($"/help?q={Uri.EscapeDataString("插件异常")}&platform=rural-property");
        Assert.Contains("在所选平台上没有这样的提示", elsewhere.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "I5")]
    public async Task A_platform_that_there_is_not_is_refused_I5()
    {
        using var visitor = new Visitor(hall.Address);

        var refused = await visitor.Get("/help?q=PIN&platform=nowhere");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-code=\"ChoiceUnknown\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A1")]
    [Trait("rule", "A2")]
    public async Task Signed_in_the_answer_comes_from_the_certificates_state_and_only_for_a_phone_that_handled_it_A1_A2()
    {
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        var certificate = Applying.CertificateIn(await applicant.Apply("成都求助有限公司", "孙八"));
        var about = $"/help?q={Uri.EscapeDataString(KeyNotFound)}";
        await applicant.Until("/progress", certificate);

        // The only certificate is chosen by itself, and can be left out.
        Assert.Equal(["established application-open", "possible key-not-read"], Causes(await applicant.Until(about, "class=\"established\"")));
        Assert.Equal(3, Causes(await applicant.Get($"{about}&certificate=")).Length);

        using var stranger = new Visitor(hall.Address);
        Assert.Equal(3, Causes(await stranger.Get($"{about}&certificate={certificate}")).Length);
        await stranger.LogIn(Phones.Next());
        var answered = await stranger.Get($"{about}&certificate={certificate}");
        Assert.Equal(3, Causes(answered).Length);
        Assert.Contains("没有结合证书判断", answered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("成都求助", answered.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "它的指示灯亮或闪吗", "改答")]
    [InlineData("en", "does its light shine or blink?", "Answer again")]
    public async Task The_cause_is_narrowed_down_by_looking_and_answering_without_a_script(string language, string question, string change)
    {
        using var visitor = new Visitor(hall.Address);
        var page = await visitor.Follow(await visitor.Get($"/help?q={Uri.EscapeDataString("未检测到 Ca 证书")}&platform=pharma-procurement&lang={language}"));
        Assert.Contains(question, page.Html, StringComparison.Ordinal);
        Assert.Equal(3, Causes(page).Length);

        page = await visitor.Ask(page, "TokenMissing.Yes");
        Assert.Equal(["possible assistant-missing", "possible checks-pass"], Causes(page));
        Assert.Contains(change, page.Html, StringComparison.Ordinal);
        page = await visitor.Ask(page, "AssistantMissing.No");
        Assert.Equal(["established assistant-missing", "possible checks-pass"], Causes(page));
        Assert.DoesNotContain("data-answer", page.Html, StringComparison.Ordinal);

        // Both answers stay where the language is changed, and each can be taken back.
        var other = WebUtility.HtmlDecode(LanguageLinks().Match(page.Html).Groups[1].Value);
        Assert.Equal(["established assistant-missing", "possible checks-pass"], Causes(await visitor.Follow(await visitor.Get($"/help{other}"))));
        var back = WebUtility.HtmlDecode(ChangeLinks().Match(page.Html).Groups[1].Value);
        Assert.Equal(["established assistant-missing", "possible key-not-inserted", "possible checks-pass"], Causes(await visitor.Get(back)));
    }

    private static string[] Causes(Answered page) => [.. CauseItems().Matches(page.Html).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")];

    [GeneratedRegex("class=\"lang\"[^>]*href=\"([^\"]+)\"")]
    private static partial Regex LanguageLinks();

    [GeneratedRegex("href=\"(/help[^\"]*)#narrow\"")]
    private static partial Regex ChangeLinks();

    [GeneratedRegex("data-entry=\"([^\"]+)\"")]
    private static partial Regex Entries();

    [GeneratedRegex("<li class=\"(established|possible)\" data-cause=\"([^\"]+)\"")]
    private static partial Regex CauseItems();
}
