using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Every desk of the back office in a browser, in both languages.</summary>
[Collection(HallCollection.Name)]
public sealed class EveryDeskTests(RunningHall hall)
{
    [Fact]
    public async Task Every_desk_is_sound_on_a_small_screen_and_reached_by_the_keyboard()
    {
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = new Visitor(hall.Address);
        await reviewer.LogInStaff("demo-reviewer");
        var waiting = await applicant.Apply("成都待核对有限公司", "陈示范");
        await reviewer.Approve(waiting);
        await applicant.GivePapers(waiting);
        var issued = Applying.CertificateIn(await applicant.Issue(reviewer, "成都窗口查找有限公司"));
        await applicant.Transfer("无人认领的示范有限公司", "12.30");
        using var dispatch = new Visitor(hall.Address);
        await dispatch.LogInStaff("demo-dispatch");
        var batch = Regex.Match((await dispatch.Until("/staff/batches", "href=\"/staff/batches/")).Html, "href=\"(/staff/batches/[^\"]+)\"").Groups[1].Value;
        await using var browser = await Browser.Start();

        foreach (var (name, beyondTheMenu) in new (string, string[])[]
                 {
                     ("演示审核员", [waiting.Replace("/progress/", "/staff/papers/", StringComparison.Ordinal)]),
                     ("演示窗口受理员", [$"/staff/window?certificate={issued}", $"/staff/window/{issued}/change", $"/staff/window/{issued}/revoke", "/staff/window/new/rural-property"]),
                     ("演示 CA 操作员", [$"/staff/revocations?certificate={issued}"]),
                     ("演示财务", []),
                     ("演示寄送员", [batch]),
                     ("演示高级审核员", ["/staff/figures?measure=Charged"]),
                     ("演示审计员", []),
                     ("演示管理员", []),
                 })
        {
            var page = await browser.NewPerson(hall.Address);
            await page.GotoAsync("/staff");
            await page.GetByLabel(name).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "进入后台" }).ClickAsync();
            var menu = await page.Locator("header nav a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            Assert.NotEmpty(menu);
            foreach (var language in new[] { "zh-CN", "en" })
            {
                foreach (var (path, i) in menu.Concat(beyondTheMenu).Select((p, i) => (p, i)))
                {
                    await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                    await Assertions.Expect(page.Locator("[role=alert]")).ToHaveCountAsync(0);
                    await page.ShouldBeSound();
                    await page.Picture($"30-{language}-{name}-{i}");
                }
            }
        }
    }
}
