using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>What the back office finds and watches: search, batches, figures, what ends soon and what nobody uses.</summary>
[Collection(HallCollection.Name)]
public sealed partial class OversightTests(RunningHall hall)
{
    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_a_whole_fact_finds_a_certificate_a_part_of_it_nothing_and_neither_is_in_an_address()
    {
        const string holder = "成都查找示范有限公司";
        var phone = Phones.Next();
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(phone);
        using var reviewer = await Staff("demo-reviewer");
        var certificate = Applying.CertificateIn(await applicant.Issue(reviewer, holder));
        await applicant.Until($"/certificates/{certificate}", "有效期至");
        var desk = await reviewer.Get("/staff/search");
        Assert.Contains("method=\"post\"", FormIn(desk, "name=\"Text\""), StringComparison.Ordinal);

        foreach (var fact in new[] { holder, phone, $" {certificate} " })
        {
            var found = await Found(reviewer, fact, certificate);
            Assert.Equal(HttpStatusCode.OK, found.Status);
            Assert.Contains(holder, found.Html, StringComparison.Ordinal);
            Assert.Contains($"href=\"/staff/history?certificate={certificate}\"", found.Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"href=\"/staff/window?certificate={certificate}\"", found.Html, StringComparison.Ordinal);
            Assert.True(found.Message.Headers.CacheControl?.NoStore);
        }

        Assert.Contains(certificate, (await reviewer.Submit(desk, "Text", ("Text", Applying.CreditCode))).Html, StringComparison.Ordinal);
        foreach (var part in new[] { holder[..^1], phone[..^1], "没有这样的单位" })
        {
            var nothing = await reviewer.Submit(desk, "Text", ("Text", part));
            Assert.Contains("没有找到", nothing.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(certificate, nothing.Html, StringComparison.Ordinal);
        }

        using var clerk = await Staff("demo-clerk");
        Assert.Contains(
            $"href=\"/staff/window?certificate={certificate}\"", (await clerk.Submit(await clerk.Get("/staff/search"), "Text", ("Text", holder))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("rule", "I19")]
    [InlineData(" ")]
    [InlineData("{201}")]
    public async Task I19_a_search_for_nothing_or_for_too_much_is_refused_at_its_field(string text)
    {
        using var reviewer = await Staff("demo-reviewer");

        var refused = await reviewer.Submit(
            await reviewer.Get("/staff/search"), "Text", ("Text", text == "{201}" ? new string('长', 201) : text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-code=\"SearchTextMalformed\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"Text-refused\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_a_parcel_is_taken_out_of_its_batch_put_back_and_seen_there_by_the_auditor_who_changes_nothing()
    {
        const string holder = "成都寄送批次有限公司";
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = await Staff("demo-reviewer");
        using var dispatch = await Staff("demo-dispatch");
        var certificate = Applying.CertificateIn(await applicant.Issue(reviewer, holder));
        var batch = await BatchOf(dispatch, holder);
        Assert.Contains(Applying.PostalAddress, batch.Html, StringComparison.Ordinal);
        Assert.Contains("到当天才能封批", batch.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Close", batch.Html, StringComparison.Ordinal);

        var taken = await dispatch.Follow(await dispatch.Submit(RowOf(batch, certificate), "handler=TakeOut"));
        Assert.Contains("已从批次中取出", taken.Html, StringComparison.Ordinal);
        var loose = await dispatch.Until(batch.Path, "未进批次的包裹");
        var back = await dispatch.Follow(await dispatch.Submit(RowOf(loose, certificate), "handler=PutIn"));
        Assert.Contains("已放入批次", back.Html, StringComparison.Ordinal);
        var again = await dispatch.Until(batch.Path, Applying.PostalAddress);

        var closing = again with { Html = again.Html.Replace("handler=TakeOut", "handler=Close", StringComparison.Ordinal) };
        var tooSoon = await dispatch.Submit(closing, "handler=Close");
        Assert.Contains("data-code=\"BatchNotYetDue\"", tooSoon.Html, StringComparison.Ordinal);
        using var auditor = await Staff("demo-auditor");
        var seen = await auditor.Get(batch.Path);
        Assert.Contains(holder, seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Applying.PostalAddress, seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=TakeOut", seen.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dispatch.Get("/staff/batches/2027-02-30")).Status);
    }

    [Fact]
    [Trait("rule", "F2")]
    public async Task Figures_are_drawn_and_told_per_platform_and_a_period_that_is_none_is_refused()
    {
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        await applicant.Apply("成都统计示范有限公司", "陈示范");
        using var finance = await Staff("demo-finance");

        var figures = await finance.Until("/staff/figures", "data-platform=\"gov-procurement\"");
        Assert.Matches(@"<rect class=""series-0""[^>]+><title>[^<]*政府采购[^<]* [1-9][0-9]*</title></rect>", figures.Html);
        Assert.DoesNotContain("style=", figures.Html, StringComparison.Ordinal);
        Assert.Contains("每日收费（元）", (await finance.Get("/staff/figures?measure=Charged")).Html, StringComparison.Ordinal);
        Assert.Contains("这段时间没有业务", (await finance.Get("/staff/figures?from=2001-01-01&to=2001-01-31")).Html, StringComparison.Ordinal);

        foreach (var period in new[] { "from=2027-02-01&to=2027-01-01", "from=2027-01-01&to=2027-12-31", "from=x", "to=2027-02-30" })
        {
            var refused = await finance.Get($"/staff/figures?{period}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("data-code=\"PeriodMalformed\"", refused.Html, StringComparison.Ordinal);
            Assert.Contains("最长 92 天", refused.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("rule", "C5")]
    [Trait("rule", "C10")]
    public async Task Grants_that_nobody_uses_and_certificates_that_end_soon_have_their_lists()
    {
        using var senior = await Staff("demo-senior");

        Assert.Contains("90 天以上", (await senior.Get("/staff/grants")).Html, StringComparison.Ordinal);
        var ending = await senior.Get("/staff/expiring?days=90");
        Assert.Contains("href=\"/staff/expiring?days=90\" aria-current=\"page\"", ending.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/expiring?days=30\" aria-current=\"page\"", (await senior.Get("/staff/expiring?days=-5")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("rule", "F2")]
    [InlineData("demo-reviewer", "/staff/batches", "/staff/batches/2027-06-01", "/staff/figures")]
    [InlineData("demo-dispatch", "/staff/figures", "/staff/grants", "/staff/expiring")]
    [InlineData("demo-finance", "/staff/batches", "/staff/grants", "/staff/expiring")]
    public async Task F2_what_is_not_for_a_role_is_neither_shown_nor_linked(string staff, params string[] closed)
    {
        using var visitor = await Staff(staff);
        var own = await visitor.Follow(await visitor.Get("/staff"));

        foreach (var desk in closed)
        {
            Assert.DoesNotContain($"href=\"{desk}\"", own.Html, StringComparison.Ordinal);
            var refused = await visitor.Get(desk);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("data-code=\"NotPermitted\"", refused.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"card row-form\"", refused.Html, StringComparison.Ordinal);
        }
    }

    // The search view lags by itself.
    private static async Task<Answered> Found(Visitor visitor, string fact, string certificate)
    {
        for (var tries = 0; ; tries++)
        {
            var found = await visitor.Submit(await visitor.Get("/staff/search"), "Text", ("Text", fact));
            if (found.Html.Contains($"data-certificate=\"{certificate}\"", StringComparison.Ordinal) || tries == 100)
                return found;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    // Whichever day the clock of the demonstration has promised it for.
    private static async Task<Answered> BatchOf(Visitor dispatch, string holder)
    {
        await dispatch.Until("/staff/dispatch", holder);
        for (var tries = 0; tries < 100; tries++)
        {
            foreach (var day in Days().Matches((await dispatch.Get("/staff/batches")).Html).Select(m => m.Groups[1].Value))
            {
                var batch = await dispatch.Get(day);
                if (batch.Html.Contains(holder, StringComparison.Ordinal))
                    return batch;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{holder} is in no batch.");
    }

    private static Answered RowOf(Answered page, string certificate) =>
        page with { Html = page.Html[page.Html.IndexOf($"<tr data-certificate=\"{certificate}\"", StringComparison.Ordinal)..] };

    private static string FormIn(Answered page, string marker) =>
        Regex.Matches(page.Html, "<form.*?</form>", RegexOptions.Singleline).Select(m => m.Value).First(f => f.Contains(marker, StringComparison.Ordinal));

    private async Task<Visitor> Staff(string id)
    {
        var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff(id);
        return visitor;
    }

    [GeneratedRegex("href=\"(/staff/batches/[^\"]+)\"")]
    private static partial Regex Days();
}
