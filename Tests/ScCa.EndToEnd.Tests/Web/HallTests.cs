using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class HallTests(RunningHall hall)
{
    [Theory]
    [InlineData("政府采购一体化平台")]
    [InlineData("zfcg.scsczt.cn")]
    [InlineData("ZFCG．SCSCZT")]
    [InlineData("government procurement")]
    public async Task A_platform_is_found_by_any_of_its_names(string name)
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get($"/?q={Uri.EscapeDataString(name)}");

        Assert.Contains("四川省政府采购一体化平台", page.Html, StringComparison.Ordinal);
        Assert.Contains("300.00 元", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"status\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_platform_has_is_said_to_be_unknown_and_shown_as_typed()
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get($"/?q={Uri.EscapeDataString("<b>火星</b>")}");

        Assert.Contains("没有名称包含“&lt;b&gt;火星&lt;/b&gt;”的平台", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_chosen_once_and_remembered()
    {
        using var visitor = new Visitor(hall.Address);

        Assert.Contains("lang=\"zh-CN\"", (await visitor.Get("/login")).Html, StringComparison.Ordinal);
        var chosen = await visitor.Get("/login?lang=en");

        Assert.Equal("/login", chosen.Location);
        Assert.Contains("Sign in with your phone", (await visitor.Get("/login")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await visitor.Get("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_language_never_leads_to_another_site()
    {
        using var visitor = new Visitor(hall.Address);

        var chosen = await visitor.Send(new HttpRequestMessage(HttpMethod.Get, new Uri($"{hall.Address}/elsewhere.example/?lang=en")));

        Assert.Equal("/", chosen.Location);
    }

    [Fact]
    [Trait("rule", "A1")]
    public async Task A1_a_wrong_code_is_refused_and_says_how_many_attempts_are_left()
    {
        using var visitor = new Visitor(hall.Address);
        var sent = await visitor.Submit(await visitor.Get("/login"), "Phone", ("Phone", "138 1000 0001"));
        var code = Visitor.CodeIn((await visitor.Get("/demo")).Html, "13810000001");

        var refused = await visitor.Submit(await visitor.Follow(sent), "Code", ("Code", code == "000000" ? "000001" : "000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-code=\"SmsCodeWrong\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("还可以再试 2 次", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_is_never_in_an_address()
    {
        using var visitor = new Visitor(hall.Address);

        var sent = await visitor.Submit(await visitor.Get("/login?next=%2Fprogress"), "Phone", ("Phone", "13810000002"));

        Assert.Equal("/login/code?next=%2Fprogress", sent.Location);
    }

    [Fact]
    public async Task After_login_nobody_is_sent_to_another_site()
    {
        using var visitor = new Visitor(hall.Address);
        var sent = await visitor.Submit(await visitor.Get("/login?next=https%3A%2F%2Felsewhere.example"), "Phone", ("Phone", "13810000003"));
        var code = Visitor.CodeIn((await visitor.Get("/demo")).Html, "13810000003");

        var entered = await visitor.Submit(await visitor.Follow(sent), "Code", ("Code", code));

        Assert.Equal("/progress", entered.Location);
    }

    [Theory]
    [InlineData("/progress")]
    [InlineData("/apply/gov-procurement")]
    [InlineData("/certificates/c-1")]
    [InlineData("/progress/c-1/1")]
    public async Task Whoever_is_not_signed_in_is_asked_to_sign_in_and_brought_back(string path)
    {
        using var visitor = new Visitor(hall.Address);

        Assert.Equal($"{hall.Address}login?next={Uri.EscapeDataString(path)}", (await visitor.Get(path)).Location);
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/dispatch")]
    [InlineData("/staff/transfers")]
    [InlineData("/staff/history")]
    [InlineData("/staff/review/c-1/1")]
    public async Task An_applicant_is_no_staff(string path)
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        Assert.StartsWith($"{hall.Address}staff/login", (await visitor.Get(path)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I3_a_refusal_shows_rule_field_and_next_step_and_loses_nothing_typed()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        var refused = await visitor.Submit(
            await visitor.Get(Applying.Page), "CommandId", Applying.Fields("成都\"甲\"有限公司", "李四 <经办>", creditCode: "915101000000000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-rule=\"I3\" data-code=\"CreditCodeMalformed\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#CreditCode\">统一社会信用代码不正确。</a>", refused.Html, StringComparison.Ordinal);
        Assert.Contains("最后一位是校验位", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"成都&quot;甲&quot;有限公司\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"李四 &lt;经办&gt;\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"915101000000000000\"", refused.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"Role\" value=\"supplier\" checked", refused.Html);
        Assert.Matches("name=\"TermYears\" value=\"1\" checked", refused.Html);
    }

    [Fact]
    public async Task I5_a_choice_that_was_not_made_is_named_in_the_readers_language()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());
        await visitor.Get("/?lang=en");

        var refused = await visitor.Submit(
            await visitor.Get(Applying.Page), "CommandId", ("Role", "supplier"), ("HolderName", "甲公司"), ("CreditCode", Applying.CreditCode), ("HandlerName", "李四"));

        Assert.Contains("<a href=\"#TermYears\">The choice for “term” is not one of those offered.</a>", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_submitted_twice_is_one_application()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());
        var form = await visitor.Get(Applying.Page);

        var both = await Task.WhenAll(
            visitor.Submit(form, "CommandId", Applying.Fields("成都双击有限公司", "王五")),
            visitor.Submit(form, "CommandId", Applying.Fields("成都双击有限公司", "王五")));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(both[0].Location, both[1].Location);
        var progress = await visitor.Get("/progress");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(progress.Html, "成都双击有限公司"));
    }

    [Fact]
    [Trait("rule", "A1")]
    public async Task A1_what_was_handled_under_another_phone_is_not_shown()
    {
        using var owner = new Visitor(hall.Address);
        await owner.LogIn(Phones.Next());
        var progress = await owner.Apply("成都别人有限公司", "赵六");
        using var stranger = new Visitor(hall.Address);
        await stranger.LogIn(Phones.Next());

        foreach (var path in new[] { progress, $"/certificates/{Applying.CertificateIn(progress)}", $"/certificates/{Applying.CertificateIn(progress)}/renew" })
        {
            Assert.Contains("成都别人有限公司", (await owner.Get(path)).Html, StringComparison.Ordinal);
            var refused = await stranger.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("data-rule=\"A1\"", refused.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("成都别人有限公司", refused.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("成都别人有限公司", (await stranger.Get("/progress")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A3")]
    public async Task A3_a_returned_application_shows_its_reason_and_is_submitted_again_and_withdrawn()
    {
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        var progress = await applicant.Apply("成都退回有限公司", "钱七");
        using var reviewer = new Visitor(hall.Address);
        await reviewer.LogInStaff("demo-reviewer");
        var review = await reviewer.Get(progress.Replace("/progress/", "/staff/review/", StringComparison.Ordinal));

        var refused = await reviewer.Submit(review with { Path = $"{review.Path}?handler=Return" }, "Reason", ("Reason", " "));
        Assert.Contains("data-code=\"ReasonMissing\"", refused.Html, StringComparison.Ordinal);
        var returned = await reviewer.Submit(review with { Path = $"{review.Path}?handler=Return" }, "Reason", ("Reason", "营业执照 <看不清>"));
        Assert.Equal("/staff", returned.Location);

        // Back at the page: the other decision comes too late, and is told so.
        var late = await reviewer.Submit(review with { Path = $"{review.Path}?handler=Reject" }, "Reason", ("Reason", "太晚"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("data-code=\"ApplicationNotUnderReview\"", late.Html, StringComparison.Ordinal);

        var page = await applicant.Get(progress);
        Assert.Contains("营业执照 &lt;看不清&gt;", page.Html, StringComparison.Ordinal);
        page = await applicant.Follow(await applicant.Submit(page, "handler=Resubmit"));
        Assert.Contains("审核中", page.Html, StringComparison.Ordinal);
        page = await applicant.Follow(await applicant.Submit(page, "handler=Withdraw"));
        Assert.Contains("申请已撤回", page.Html, StringComparison.Ordinal);
        Assert.Contains("已关闭", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "P1")]
    public async Task P1_a_transfer_from_another_name_waits_with_its_reason_for_finance()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff("demo-finance");

        var ordered = await visitor.Submit(await visitor.Get("/demo"), "handler=Transfer", ("Payer", "无人认领有限公司"), ("Amount", "12.30"));
        Assert.Equal(HttpStatusCode.Redirect, ordered.Status);

        var queue = await visitor.Until("/staff/transfers", "无人认领有限公司");
        Assert.Contains("12.30 元", queue.Html, StringComparison.Ordinal);
        Assert.Contains("没有同名的、等待转账的申请", queue.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "F2")]
    public async Task F2_each_member_of_staff_is_shown_to_his_own_desk_and_refused_at_the_others()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff("demo-finance");

        Assert.Equal("/staff/transfers", (await visitor.Get("/staff")).Location);
        var own = await visitor.Get("/staff/transfers");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("href=\"/staff/history\"", own.Html, StringComparison.Ordinal);
        foreach (var other in new[] { "/staff/dispatch", "/staff/accounts", "/staff/review/c-1/1" })
        {
            Assert.DoesNotContain($"href=\"{other}\"", own.Html, StringComparison.Ordinal);
            var refused = await visitor.Get(other);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("data-code=\"NotPermitted\"", refused.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<table", refused.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_without_its_code_nobody_sets_a_passphrase_and_none_is_shown_again()
    {
        using var visitor = new Visitor(hall.Address);
        var page = await visitor.Get("/staff/enrol");

        var shortOne = await visitor.Submit(page, "NewPassphrase", ("Account", "demo-finance"), ("Code", "00000-00000-00000-00000"), ("NewPassphrase", "too short"));
        Assert.Contains("data-code=\"PassphraseTooShort\"", shortOne.Html, StringComparison.Ordinal);
        var wrong = await visitor.Submit(
            page, "NewPassphrase", ("Account", "demo-finance"), ("Code", "00000-00000-00000-00000"), ("NewPassphrase", "a passphrase long enough"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("data-code=\"EnrolmentCodeWrong\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"demo-finance\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("a passphrase long enough", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("00000-00000", wrong.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("0.001")]
    [InlineData("abc")]
    [InlineData("999999999999")]
    public async Task The_demo_bank_takes_only_amounts_of_money(string amount)
    {
        using var visitor = new Visitor(hall.Address);

        var refused = await visitor.Submit(await visitor.Get("/demo"), "handler=Transfer", ("Payer", "某公司"), ("Amount", amount));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-code=\"AmountMalformed\"", refused.Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("rule", "C12")]
    [InlineData("c-none")]
    [InlineData("%00")]
    [InlineData("")]
    public async Task C12_a_history_that_there_is_not_is_refused(string certificate)
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff("demo-reviewer");

        var refused = await visitor.Get($"/staff/history?certificate={certificate}&asOf=2027-01-01T09:00");

        Assert.Contains("role=\"alert\"", refused.Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
    }
}
