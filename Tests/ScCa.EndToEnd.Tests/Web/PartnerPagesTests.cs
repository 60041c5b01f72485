using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class PartnerPagesTests(RunningHall hall)
{
    [Fact]
    [Trait("rule", "P4")]
    public async Task A_seal_is_paid_by_the_code_on_the_page_which_leads_on_by_itself()
    {
        using var applicant = new Visitor(hall.Address);
        using var reviewer = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        await reviewer.LogInStaff("demo-reviewer");
        var issued = await applicant.Issue(reviewer, "成都扫码（示范）有限公司");
        var certificate = Applying.CertificateIn(issued);
        var applied = await applicant.SubmitFiles(
            await applicant.Get($"/certificates/{certificate}/seal-apply"), "CommandId", "SealPictures", [Files.Picture], ("HandlerName", "陈示范"));
        var progress = applied.Location!;
        Assert.Equal(HttpStatusCode.Redirect, (await applicant.Get($"{progress}/pay")).Status);
        await reviewer.Approve(progress);
        await applicant.Until(progress, $"{progress}/pay");

        var page = await applicant.Get($"{progress}/pay");
        Assert.Equal("15", Assert.Single(page.Message.Headers.GetValues("Refresh")));
        Assert.Contains("weixin://wxpay/bizpayurl?pr=", page.Html, StringComparison.Ordinal);
        Assert.Contains("100.00 元", page.Html, StringComparison.Ordinal);
        var still = await applicant.Get($"{progress}/pay?still=true");
        Assert.False(still.Message.Headers.Contains("Refresh"));
        Assert.Equal(CodeIn(page), CodeIn(still));

        var desk = await applicant.Get("/demo");
        var scanned = await applicant.Submit(desk, $"{certificate}_2");
        Assert.Equal("/demo#wechat", scanned.Location);
        await applicant.Until(progress, "已办结");
        Assert.Equal(progress, (await applicant.Get($"{progress}/pay")).Location);
    }

    [Fact]
    [Trait("rule", "A1")]
    public async Task Nobody_else_sees_the_code_or_the_check()
    {
        using var applicant = new Visitor(hall.Address);
        using var stranger = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        await stranger.LogIn(Phones.Next());
        var progress = await applicant.Apply("成都旁人（示范）有限公司", "陈示范");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get($"{progress}/pay")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get($"{progress}/check")).Status);
        using var nobody = new Visitor(hall.Address);
        Assert.StartsWith($"{hall.Address}login", (await nobody.Get($"{progress}/pay")).Location, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "P5")]
    public async Task The_legal_representative_is_led_to_the_check_and_told_how_it_ended()
    {
        using var applicant = new Visitor(hall.Address);
        using var reviewer = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        await reviewer.LogInStaff("demo-reviewer");
        var form = await applicant.Get("/apply/hrss");
        var fields = Applying.Fields("成都认证（示范）有限公司", "陈示范", role: Regex.Match(form.Html, "name=\"Role\" value=\"([^\"]+)\"").Groups[1].Value);
        var nowhere = await applicant.Submit(form, "CommandId", [.. fields, ("Channel", "Online"), ("HandledBy", "LegalRepresentative")]);
        Assert.Contains("id=\"Region-refused\"", nowhere.Html, StringComparison.Ordinal);
        var applied = await applicant.Submit(form, "CommandId", [.. fields, ("Region", "chengdu"), ("Channel", "Online"), ("HandledBy", "LegalRepresentative")]);
        Assert.Contains("成都市", (await applicant.Get(applied.Location!)).Html, StringComparison.Ordinal);
        var progress = applied.Location!;
        await reviewer.Approve(progress);
        await applicant.Until(progress, $"{progress}/check");
        var check = $"{progress}/check";

        var refused = await applicant.Submit(await applicant.Get(check), "PersonName", ("PersonName", "王法人"), ("IdNumber", "110105194912310021"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-rule=\"I16\"", refused.Html, StringComparison.Ordinal);

        await Begin(applicant, check);
        Assert.Equal("10", Assert.Single((await applicant.Get(check)).Message.Headers.GetValues("Refresh")));
        await Decide(applicant, progress, 1, "false");
        Assert.Contains("镜头前不是本人", (await applicant.Get(check)).Html, StringComparison.Ordinal);

        await Begin(applicant, check);
        await Decide(applicant, progress, 2, "true");
        await applicant.Until(progress, "待缴费");
        Assert.Equal(progress, (await applicant.Get(check)).Location);
    }

    private static async Task Begin(Visitor applicant, string check)
    {
        var begun = await applicant.Submit(await applicant.Get(check), "PersonName", ("PersonName", "王法人"), ("IdNumber", "11010519491231002X"));
        Assert.Contains("href=\"https://stand-in.invalid/check/", begun.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("王法人", begun.Html, StringComparison.Ordinal);
    }

    private static async Task Decide(Visitor visitor, string progress, int attempt, string passes)
    {
        var number = $"{Applying.CertificateIn(progress)}_1_{attempt}";
        Assert.Equal("/demo#examiner", (await visitor.Submit(await visitor.Get("/demo"), number, ("passes", passes))).Location);
    }

    private static string CodeIn(Answered page) => Regex.Match(page.Html, "weixin://[^<\"]+").Value;
}
