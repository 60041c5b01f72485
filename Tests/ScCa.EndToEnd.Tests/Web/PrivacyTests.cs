using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Personal data in the back office: found without being shown, held, stopped and erased by two people (A10).</summary>
[Collection(HallCollection.Name)]
public sealed class PrivacyTests(RunningHall hall)
{
    private const string Path = "/staff/privacy";
    private const int Attempts = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_a_person_is_stopped_held_and_freed_by_two_and_erased_by_two_once_nothing_of_his_is_open()
    {
        using var applicant = new Visitor(hall.Address);
        var phone = Phones.Next();
        await applicant.LogIn(phone);
        var progress = await applicant.Apply("成都删除有限公司", "陈示范");
        using var first = await Staff("demo-admin");
        using var second = await Staff("demo-admin-2");

        var nobody = await Find(first, "13000000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Contains("data-code=\"SubjectUnknown\"", nobody.Html, StringComparison.Ordinal);
        var found = await Until(first, phone, Applying.CertificateIn(progress));
        Assert.DoesNotContain("陈示范", found.Html, StringComparison.Ordinal);
        var subject = Regex.Match(found.Html, "name=\"Subject\" value=\"(s-[0-9a-f]{32})\"").Groups[1].Value;
        var address = $"{Path}?subject={subject}";

        var open = await Press(first, address, "Erase", "本人申请");
        Assert.Contains("data-code=\"ErasureWaitsForOpenCase\"", open.Html, StringComparison.Ordinal);
        Assert.Contains(Applying.CertificateIn(progress), open.Html, StringComparison.Ordinal);
        Assert.Contains("data-code=\"ReasonMissing\"", (await Press(first, address, "Hold", " ")).Html, StringComparison.Ordinal);
        Assert.Contains("保全已登记", (await first.Follow(await Press(first, address, "Hold", "法院 <调查令>"))).Html, StringComparison.Ordinal);
        var held = await first.Until(address, "法院 &lt;调查令&gt;");
        Assert.DoesNotContain("提出删除", held.Html, StringComparison.Ordinal);
        Assert.Contains("等待另一名管理员确认", (await first.Follow(await Press(first, address, "Lift", "案件已结"))).Html, StringComparison.Ordinal);
        Assert.Contains("data-code=\"AnotherMustConfirm\"", (await first.Submit(await first.Get(address), "handler=ConfirmLift")).Html, StringComparison.Ordinal);
        Assert.Contains("保全已解除", (await second.Follow(await second.Submit(await second.Get(address), "handler=ConfirmLift"))).Html, StringComparison.Ordinal);
        Assert.Contains("已停止处理", (await first.Follow(await Press(first, address, "Stop", "本人申请"))).Html, StringComparison.Ordinal);

        await applicant.Follow(await applicant.Submit(await applicant.Get(progress), "handler=Withdraw"));
        var ordered = await PressUntil(first, address, "Erase", "本人申请", HttpStatusCode.Redirect);
        Assert.Contains("等待另一名管理员确认", (await first.Follow(ordered)).Html, StringComparison.Ordinal);
        Assert.Contains("data-code=\"AnotherMustConfirm\"", (await first.Submit(await first.Get(address), "handler=ConfirmErasure")).Html, StringComparison.Ordinal);
        Assert.Contains("已决定删除", (await second.Follow(await second.Submit(await second.Get(address), "handler=ConfirmErasure"))).Html, StringComparison.Ordinal);
        Assert.Contains("删除时间", (await second.Until(address, "删除时间")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "F2")]
    public async Task F2_only_administrators_decide_and_nobody_else_finds_anybody()
    {
        using var reviewer = await Staff("demo-reviewer");

        var refused = await reviewer.Get(Path);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("data-code=\"NotPermitted\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Sought\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_the_page_of_a_person_is_sound_in_both_languages_and_what_was_searched_for_stands_in_no_address()
    {
        using var applicant = new Visitor(hall.Address);
        var phone = Phones.Next();
        await applicant.LogIn(phone);
        await applicant.Apply("成都查看有限公司", "陈示范");
        using var admin = await Staff("demo-admin");
        await Until(admin, phone, "未办结");
        await using var browser = await Browser.Start();
        var page = await browser.NewPerson(hall.Address);
        await page.GotoAsync("/staff");
        await page.GetByLabel("演示管理员").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "进入后台" }).ClickAsync();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await page.GotoAsync($"{Path}?lang={language}");
            await page.Locator("#Sought").FillAsync(phone);
            await page.Locator("main form button").First.ClickAsync();
            await Assertions.Expect(page.Locator("section.card h2 code")).ToHaveCountAsync(1);
            Assert.DoesNotContain(phone, page.Url, StringComparison.Ordinal);
            await page.ShouldBeSound();
            await page.Picture($"31-{language}-privacy");
        }
    }

    private static async Task<Answered> Find(Visitor staff, string sought) => await staff.Submit(await staff.Get(Path), "name=\"Sought\"", ("Sought", sought));

    private static async Task<Answered> Until(Visitor staff, string sought, string text)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await Find(staff, sought) is var answered && answered.Html.Contains(text, StringComparison.Ordinal))
                return answered;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"The search never showed '{text}'.");
    }

    // One form has several buttons, each with an address of its own.
    private static async Task<Answered> Press(Visitor staff, string address, string handler, string reason)
    {
        var page = await staff.Get(address);
        var form = page with { Html = page.Html.Replace("<form method=\"post\" novalidate>", $"<form method=\"post\" action=\"{Path}?handler={handler}\">", StringComparison.Ordinal) };
        return await staff.Submit(form, "name=\"Reason\"", ("Reason", reason));
    }

    // What the desk decides on must have been worked through first.
    private static async Task<Answered> PressUntil(Visitor staff, string address, string handler, string reason, HttpStatusCode status)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await Press(staff, address, handler, reason) is var answered && answered.Status == status)
                return answered;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{handler} was never answered with {status}.");
    }

    private async Task<Visitor> Staff(string id)
    {
        var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff(id);
        return visitor;
    }
}
