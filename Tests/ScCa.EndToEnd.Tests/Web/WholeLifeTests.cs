using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime.Text;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>One certificate's whole life in a browser, every part played by the person whose part it is.</summary>
public sealed class WholeLifeTests
{
    private const string Holder = "成都锦江（示范）科技有限公司";
    private const string HandlerName = "陈示范";
    private const string PostalAddress = "成都市锦江区示范街 8 号";
    private const string Phone = "13700000001";

    [Fact]
    [Trait("rule", "A1")]
    [Trait("rule", "A3")]
    [Trait("rule", "A6")]
    [Trait("rule", "C3")]
    [Trait("rule", "C5")]
    [Trait("rule", "C12")]
    [Trait("rule", "D1")]
    [Trait("rule", "P2")]
    public async Task A_certificate_is_applied_for_issued_posted_renewed_and_its_history_told()
    {
        await using var browser = await Browser.Start();
        var (hall, address) = await HallProcess.StartDemo(TestContext.Current.CancellationToken);
        await using var stopped = hall;
        var applicant = await browser.NewPerson(address);
        var staff = await browser.NewPerson(address);

        await LogInFromTheLandingPage(applicant);
        var progress = await Apply(applicant);
        await LogIn(staff);
        await Approve(staff, "01");
        await GivePapers(applicant, staff, progress);
        await Pay(applicant, progress, "300.00");
        await Await(applicant, progress, "已办结");
        await applicant.ShouldBeSound();
        await applicant.Picture("05-issued");
        await Post(staff);
        var certificate = progress.Split('/')[2];
        await MoveToTheFirstDayOfRenewal(applicant, certificate);
        var renewal = await Renew(applicant, certificate);
        await Approve(staff, "02");
        await Pay(applicant, renewal, "200.00");
        await Await(applicant, renewal, "待写入 USB Key");
        await applicant.Picture("09-granted");
        await Pull(applicant);
        await Await(applicant, renewal, "已办结");
        await SeeTheRenewedCard(applicant, certificate);
        await AskForHelp(applicant, certificate);
        await ReadTheHistory(staff, certificate);
        await ReadInEnglish(applicant, staff, progress, certificate);
    }

    private static async Task LogInFromTheLandingPage(IPage page)
    {
        await page.GotoAsync("/");
        await page.ShouldBeSound();
        await page.Picture("01-landing");
        await page.GetByLabel("查找业务平台").FillAsync("政府采购一体化平台");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "申请新办证书" }).ClickAsync();

        await page.ShouldBeSound();
        await page.Picture("02-login");
        await page.GetByLabel("手机号", new() { Exact = true }).FillAsync(Phone);
        await page.ShouldReachByKeyboard("获取验证码");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/login/code**");
        await page.ShouldBeSound();
        var desk = await page.Context.NewPageAsync();
        await desk.GotoAsync("/demo");
        var code = Visitor.CodeIn(await desk.ContentAsync(), Phone);
        await desk.CloseAsync();
        await page.GetByLabel("短信验证码").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "新办数字证书" })).ToBeVisibleAsync();
    }

    private static async Task<string> Apply(IPage page)
    {
        await page.ShouldBeSound();
        await Assertions.Expect(page.GetByText("1 年 300.00 元")).ToBeVisibleAsync();
        await page.GetByLabel("供应商").CheckAsync();
        await page.GetByLabel("单位名称").FillAsync(Holder);
        await page.GetByLabel("统一社会信用代码").FillAsync("915101000000000000");
        await page.GetByLabel("1 年 300.00 元").CheckAsync();
        await page.GetByLabel("经办人姓名").FillAsync(HandlerName);
        await page.GetByLabel("收件地址").FillAsync(PostalAddress);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("I3");
        await page.ShouldBeSound();
        await page.Picture("03-apply-refused");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByLabel("单位名称")).ToHaveValueAsync(Holder);
        await page.GetByLabel("统一社会信用代码").FillAsync(Applying.CreditCode);
        await page.ShouldReachByKeyboard("提交申请");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(new Regex("/progress/[^/]+/1"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("申请已提交");
        await page.ShouldBeSound();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task LogIn(IPage staff, string name = "演示审核员")
    {
        await staff.GotoAsync("/staff");
        await staff.ShouldBeSound();
        await staff.Picture("10-staff-login");
        await staff.GetByLabel(name).CheckAsync();
        await staff.GetByRole(AriaRole.Button, new() { Name = "进入后台" }).ClickAsync();
    }

    private static async Task Approve(IPage staff, string picture)
    {
        await staff.GotoAsync("/staff");
        await staff.ShouldBeSound();
        await staff.Picture($"11-queue-{picture}");
        await staff.GetByRole(AriaRole.Link, new() { Name = Holder }).ClickAsync();
        await staff.ShouldBeSound();
        await staff.Picture($"12-review-{picture}");
        await staff.GetByRole(AriaRole.Button, new() { Name = "审核通过" }).ClickAsync();
        await Assertions.Expect(staff.GetByRole(AriaRole.Status)).ToContainTextAsync("已审核通过");
    }

    // What is returned comes with its reason and is given anew; the other papers stand (A3).
    private static async Task GivePapers(IPage applicant, IPage staff, string progress)
    {
        await applicant.GotoAsync(progress);
        await Assertions.Expect(applicant.GetByText("请上传下列资料")).ToBeVisibleAsync();
        await applicant.ShouldBeSound();
        await applicant.Picture("04-papers");
        await Upload(applicant, "text/plain", "no paper at all");
        await Assertions.Expect(applicant.GetByRole(AriaRole.Alert)).ToContainTextAsync("不是可接受的文件类型");
        await applicant.ShouldBeSound();
        await Upload(applicant, "application/pdf", "%PDF-1.7 the first");
        await Assertions.Expect(applicant.GetByRole(AriaRole.Status)).ToContainTextAsync("资料已收到");
        await OpenPapers(staff);
        await staff.ShouldBeSound();
        await staff.Picture("12-papers");
        await staff.GetByLabel("本角色的申请资料").CheckAsync();
        await staff.GetByLabel("退回原因").FillAsync("公章看不清");
        await staff.GetByRole(AriaRole.Button, new() { Name = "退回这份资料" }).ClickAsync();
        await Assertions.Expect(staff.GetByRole(AriaRole.Status)).ToContainTextAsync("已退回");
        await applicant.GotoAsync(progress);
        await Assertions.Expect(applicant.Locator("blockquote")).ToHaveTextAsync("公章看不清");
        await Upload(applicant, "application/pdf", "%PDF-1.7 the second");
        await OpenPapers(staff);
        await staff.GetByRole(AriaRole.Button, new() { Name = "资料齐全，通过" }).ClickAsync();
        await Assertions.Expect(staff.GetByRole(AriaRole.Status)).ToContainTextAsync("资料已通过");
    }

    private static async Task Upload(IPage page, string type, string content)
    {
        await page.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "paper", MimeType = type, Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
    }

    private static async Task OpenPapers(IPage staff)
    {
        await staff.GetByRole(AriaRole.Link, new() { Name = "资料" }).ClickAsync();
        await staff.GetByRole(AriaRole.Link, new() { Name = Holder }).ClickAsync();
    }

    private static async Task Pay(IPage page, string progress, string yuan)
    {
        await page.GotoAsync(progress);
        await Assertions.Expect(page.GetByText($"审核已通过，请转账 {yuan} 元")).ToBeVisibleAsync();
        await page.ShouldBeSound();
        await page.Picture($"04-awaiting-{yuan}");
        await page.GetByRole(AriaRole.Link, new() { Name = "演示：到演示台替付款单位转账" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("付款账户名")).ToHaveValueAsync(Holder);
        await Assertions.Expect(page.GetByLabel("金额（元）")).ToHaveValueAsync(yuan);
        await page.ShouldBeSound();
        await page.Picture($"06-demo-{yuan}");
        await page.GetByRole(AriaRole.Button, new() { Name = "转账" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("转账已下单");
    }

    // The worker goes on by itself; the page is looked at again until it shows.
    private static async Task Await(IPage page, string progress, string standing)
    {
        const int attempts = 100;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            await page.GotoAsync(progress);
            if (await page.Locator("main .badge").First.TextContentAsync() == standing)
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{progress} never came to '{standing}'.");
    }

    private static Task LogOut(IPage staff) => staff.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();

    // Each desk has its own member of staff: the reviewer leaves, the dispatcher posts, and the reviewer comes back (F2).
    private static async Task Post(IPage staff)
    {
        await Assertions.Expect(staff.GetByRole(AriaRole.Link, new() { Name = "寄送" })).ToHaveCountAsync(0);
        await LogOut(staff);
        await LogIn(staff, "演示寄送员");
        await staff.GetByRole(AriaRole.Link, new() { Name = "寄送" }).ClickAsync();
        await staff.GetByRole(AriaRole.Button, new() { Name = "登记寄出" }).ClickAsync();
        await Assertions.Expect(staff.GetByRole(AriaRole.Alert)).ToContainTextAsync("D1");
        await staff.ShouldBeSound();
        await staff.Picture("13-dispatch");
        await staff.GetByLabel("快递单号").FillAsync("SF1234567890");
        await staff.GetByRole(AriaRole.Button, new() { Name = "登记寄出" }).ClickAsync();
        await Assertions.Expect(staff.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记寄出");
        await Assertions.Expect(staff.GetByText("没有等待寄送的 USB Key")).ToBeVisibleAsync();
        await LogOut(staff);
        await LogIn(staff);
    }

    private static async Task MoveToTheFirstDayOfRenewal(IPage page, string certificate)
    {
        await page.GotoAsync($"/certificates/{certificate}");
        await Assertions.Expect(page.GetByText("起可以更新（到期前 60 天）")).ToBeVisibleAsync();
        await page.ShouldBeSound();
        await page.Picture("07-card");
        var notAfter = LocalDatePattern.Iso.Parse((await page.Locator(".until time").GetAttributeAsync("datetime"))!).Value;

        // C3: the day before the boundary it is refused, on the boundary it is taken.
        await MoveClock(page, LocalDatePattern.Iso.Format(notAfter.PlusDays(-61)));
        await page.GotoAsync($"/certificates/{certificate}/renew");
        await page.GetByLabel("1 年 200.00 元").CheckAsync();
        await page.GetByLabel("经办人姓名").FillAsync(HandlerName);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交更新申请" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("C3");
        await page.GotoAsync("/demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "往后一天" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("演示时钟已拨动");
    }

    private static async Task MoveClock(IPage page, string date)
    {
        await page.GotoAsync("/demo");
        await page.GetByLabel("拨到这一天 9:00").FillAsync(date);
        await page.GetByRole(AriaRole.Button, new() { Name = "拨动" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("演示时钟已拨动");
    }

    private static async Task<string> Renew(IPage page, string certificate)
    {
        await page.GotoAsync($"/certificates/{certificate}");
        await page.GetByRole(AriaRole.Link, new() { Name = "更新证书" }).ClickAsync();
        await page.ShouldBeSound();
        await page.Picture("08-renew");
        await page.GetByLabel("1 年 200.00 元").CheckAsync();
        await page.GetByLabel("经办人姓名").FillAsync(HandlerName);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交更新申请" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/progress/[^/]+/2"));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Pull(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "演示：到演示台用软件 USB Key 完成更新" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "拉取并写入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("更新完成");
    }

    private static async Task SeeTheRenewedCard(IPage page, string certificate)
    {
        await page.GotoAsync($"/certificates/{certificate}");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("在 USB Key 上");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Nth(2)).ToContainTextAsync("已被更新");
        await page.ShouldBeSound();
        await page.Picture("14-card-renewed");
        await page.GotoAsync("/progress");
        await Assertions.Expect(page.Locator(".applications > li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".applications > li").First).ToContainTextAsync("更新");
        await page.ShouldBeSound();
        await page.Picture("15-progress");
    }

    private static async Task AskForHelp(IPage page, string certificate)
    {
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "帮助" }).ClickAsync();
        await page.ShouldBeSound();
        await page.GetByLabel("屏幕上的提示").FillAsync("检测到您的证书巳过期");
        await page.ShouldReachByKeyboard("查找");
        await page.Keyboard.PressAsync("Enter");

        // The certificate is valid: the expired one must be another.
        await Assertions.Expect(page.Locator("[data-entry='gov-certificate-expired'] li.established")).ToContainTextAsync("另一个容器");
        await Assertions.Expect(page.GetByLabel("哪张证书")).ToHaveValueAsync(certificate);
        await page.ShouldBeSound();
        await page.Picture("17-help");
    }

    private static async Task ReadTheHistory(IPage staff, string certificate)
    {
        await staff.GetByRole(AriaRole.Link, new() { Name = "证书历史" }).ClickAsync();
        await staff.GetByLabel("证书编号").FillAsync(certificate);
        await staff.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(staff.Locator("[data-event='certificate.applied-for.v1']")).ToHaveCountAsync(1);
        await Assertions.Expect(staff.Locator("[data-event='certificate.generation-issued.v1']")).ToHaveCountAsync(2);
        await Assertions.Expect(staff.Locator("[data-event='certificate.key-posted.v1']")).ToHaveCountAsync(1);
        await Assertions.Expect(staff.Locator("[data-event='certificate.update-completed.v1']")).ToHaveCountAsync(1);
        Assert.DoesNotContain(Phone, await staff.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(HandlerName, await staff.ContentAsync(), StringComparison.Ordinal);
        await staff.ShouldBeSound();
        await staff.Picture("16-history");

        // C12: as of the moment it was applied for, nothing had been issued.
        var applied = await staff.Locator("[data-event='certificate.applied-for.v1'] td").Nth(1).TextContentAsync();
        var nextMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(applied!.Trim()).Value;
        await staff.GetByLabel("截至时刻").FillAsync(nextMinute.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await staff.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(staff.Locator("[data-event='certificate.update-completed.v1']")).ToHaveCountAsync(0);
    }

    private static async Task ReadInEnglish(IPage applicant, IPage staff, string progress, string certificate)
    {
        await applicant.GotoAsync(progress);
        await applicant.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("This is complete.")).ToBeVisibleAsync();
        Assert.Equal("en", await applicant.EvaluateAsync<string>("() => document.documentElement.lang"));
        foreach (var (path, name) in new[]
                 {
                     ("/", "landing"), (progress, "issued"), ($"/certificates/{certificate}", "card"), ("/apply/gov-procurement?kind=Expert", "apply"), ("/apply/hrss", "apply-hrss"), ("/apply/pharma-procurement", "apply-pharma"),
                     ("/apply/public-resources", "apply-public"), ("/apply/rural-property?kind=Individual", "apply-individual"), ($"/certificates/{certificate}/unlock", "unlock"), ("/demo", "demo"),
                     ("/help?q=ReadSealDatas", "help"),
                 })
        {
            await applicant.GotoAsync(path);
            await applicant.ShouldBeSound();
            await applicant.Picture($"20-en-{name}");
        }

        await staff.GotoAsync($"/staff/history?certificate={certificate}&lang=en");
        await Assertions.Expect(staff.GetByRole(AriaRole.Heading, new() { Name = "Certificate history" })).ToBeVisibleAsync();
        await staff.ShouldBeSound();
        await staff.Picture("21-en-history");
    }
}
