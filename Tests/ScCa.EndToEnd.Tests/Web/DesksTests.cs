using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class DesksTests(RunningHall hall)
{
    [Fact]
    [Trait("rule", "A5")]
    [Trait("rule", "C6")]
    [Trait("rule", "C11")]
    [Trait("rule", "C8")]
    public async Task A_card_offers_what_can_be_done_and_a_window_does_what_is_done_there()
    {
        using var applicant = new Visitor(hall.Address);
        var phone = Phones.Next();
        await applicant.LogIn(phone);
        using var reviewer = await Staff("demo-reviewer");
        using var clerk = await Staff("demo-clerk");
        var certificate = Applying.CertificateIn(await applicant.Issue(reviewer, "成都窗口办理有限公司"));

        var card = await applicant.Get($"/certificates/{certificate}");
        foreach (var offered in new[] { "change", "reissue", "revoke", "unlock", "seal-apply" })
            Assert.Contains($"href=\"/certificates/{certificate}/{offered}\"", card.Html, StringComparison.Ordinal);
        foreach (var notNow in new[] { "renew", "seal-renew", "seal-upgrade", "e-contract-enable" })
            Assert.DoesNotContain($"href=\"/certificates/{certificate}/{notNow}\"", card.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("提交变更申请", (await applicant.Get($"/certificates/{certificate}/change")).Html, StringComparison.Ordinal);

        var unlocking = await applicant.Submit(await applicant.Get($"/certificates/{certificate}/unlock"), "CommandId", ("HandlerName", "陈示范"));
        await reviewer.Approve(unlocking.Location!);
        await applicant.Until(unlocking.Location!, "解锁已开通");
        var unlocked = await clerk.Follow(await clerk.Submit(await clerk.Until($"/staff/window?certificate={certificate}", "handler=Unlock"), "handler=Unlock"));
        Assert.Contains("解锁已登记", unlocked.Html, StringComparison.Ordinal);

        var taken = await clerk.Submit(
            await clerk.Get($"/staff/window/{certificate}/change"), "CommandId", ("HolderName", "成都窗口新名有限公司"), ("Channel", "Window"), ("HandledBy", "Handler"),
            ("HandlerName", "陈示范"), ("Phone", phone));
        var window = await clerk.Follow(taken);
        Assert.Contains("已受理", window.Html, StringComparison.Ordinal);
        window = await clerk.Follow(await clerk.SubmitFiles(window, "handler=Receive", "file", [Files.Paper]));
        await reviewer.Approve($"/progress/{certificate}/3");
        window = await clerk.Follow(await clerk.Submit(await clerk.Get(window.Path), "handler=Verify"));
        await clerk.Follow(await clerk.Submit(window, "handler=Complete"));
        await applicant.Until($"/progress/{certificate}/3", "更新权限已开通");
        Assert.Equal(HttpStatusCode.Redirect, (await applicant.Submit(await applicant.Get($"/demo?certificate={certificate}"), "handler=Pull", ("Certificate", certificate))).Status);
        Assert.Contains("成都窗口新名有限公司", (await applicant.Get($"/certificates/{certificate}")).Html, StringComparison.Ordinal);

        await RevokeByTwo(certificate);
        var revoked = await applicant.Get($"/certificates/{certificate}");
        Assert.Contains("不能再办理业务", revoked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/certificates/{certificate}/", revoked.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "A3")]
    public async Task A3_what_was_paid_is_refunded_on_withdrawal_and_finance_records_it()
    {
        const string holder = "成都撤回有限公司";
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = await Staff("demo-reviewer");
        using var finance = await Staff("demo-finance");
        var progress = await applicant.Apply(holder, "陈示范");
        await reviewer.Approve(progress);
        await applicant.Transfer(holder, "100.00");

        var paid = await applicant.Until(progress, "收到转账");
        Assert.Contains("款项原路退回", paid.Html, StringComparison.Ordinal);
        var withdrawn = await applicant.Follow(await applicant.Submit(paid, "handler=Withdraw"));

        Assert.Contains("已关闭", withdrawn.Html, StringComparison.Ordinal);
        var refunds = await finance.Until("/staff/refunds", holder);
        Assert.Contains("业务已撤回或关闭", refunds.Html, StringComparison.Ordinal);
        var form = refunds.Html[refunds.Html.IndexOf(holder, StringComparison.Ordinal)..];
        var missing = await finance.Submit(refunds with { Html = form }, "Evidence", ("Evidence", " "));
        Assert.Contains("data-code=\"RefundEvidenceMissing\"", missing.Html, StringComparison.Ordinal);
        var recorded = await finance.Follow(await finance.Submit(refunds with { Html = form }, "Evidence", ("Evidence", "OUT-1")));
        Assert.Contains("退款已登记", recorded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder, recorded.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "P1")]
    public async Task P1_finance_assigns_a_transfer_or_sends_it_back()
    {
        using var finance = await Staff("demo-finance");
        await finance.Transfer("无处可去有限公司", "45.60");
        var queue = await finance.Until("/staff/transfers", "无处可去有限公司");
        var row = queue with { Html = queue.Html[queue.Html.IndexOf("无处可去有限公司", StringComparison.Ordinal)..] };

        var nowhere = await finance.Submit(row, "handler=Assign", ("Certificate", "不是编号"), ("Application", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.Status);
        Assert.Contains("无处可去有限公司", nowhere.Html, StringComparison.Ordinal);
        var back = await finance.Follow(await finance.Submit(row, "handler=Refund"));

        Assert.Contains("已提出退款", back.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("无处可去有限公司", back.Html, StringComparison.Ordinal);
        Assert.Contains("无处可去有限公司", (await finance.Get("/staff/refunds")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_an_invoice_is_due_recorded_and_shown_to_its_applicant()
    {
        const string holder = "成都开票有限公司";
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = await Staff("demo-reviewer");
        using var finance = await Staff("demo-finance");
        var progress = await applicant.Issue(reviewer, holder);
        await applicant.Until(progress, "电子发票将于");

        var due = await finance.Until("/staff/invoices", holder);
        var row = due with { Html = due.Html[due.Html.IndexOf(holder, StringComparison.Ordinal)..] };
        var recorded = await finance.Follow(await finance.Submit(row, "handler=Record", ("Number", "25512000000012345678")));

        Assert.Contains("发票已登记", recorded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder, recorded.Html, StringComparison.Ordinal);
        Assert.Contains("电子发票号码 25512000000012345678", (await applicant.Get(progress)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "W1")]
    public async Task W1_a_visit_when_the_window_is_closed_is_refused_with_its_next_opening_ready_to_be_booked()
    {
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        var form = await applicant.Get("/apply/rural-property");
        var progress = await applicant.Follow(await applicant.SubmitFiles(
            form, "CommandId", "SealPictures", [Files.Picture], [.. Applying.Fields("成都预约有限公司", "陈示范", role: "unit"), ("Channel", "Window")]));

        // A Wednesday; the window serves on Tuesdays.
        var refused = await applicant.Submit(progress, "handler=Visit", ("Window", WindowIn(progress)), ("Visit", "2031-06-04T10:00"));

        Assert.Contains("data-code=\"WindowServesAnotherDay\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2031-06-10T00:00\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("没有公布办公时段", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("2031-06-10 00:00", refused.Html, StringComparison.Ordinal);
        var booked = await applicant.Follow(await applicant.Submit(
            progress, "handler=Visit", ("Window", WindowIn(progress)), ("Visit", "2031-06-10T09:30")));
        Assert.Contains("已预约 2031-06-10 09:30", booked.Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("rule", "F2")]
    [InlineData("demo-reviewer", "/staff/window", "/staff/revocations", "/staff/refunds", "/staff/invoices", "/staff/window/new/rural-property")]
    [InlineData("demo-clerk", "/staff/revocations", "/staff/refunds", "/staff/dispatch")]
    [InlineData("demo-finance", "/staff/papers", "/staff/papers/c-1/1", "/staff/window", "/staff/window/c-1/renew")]
    public async Task F2_no_desk_opens_to_whom_it_is_not_for_and_none_is_linked(string staff, params string[] closed)
    {
        using var visitor = await Staff(staff);
        var own = await visitor.Follow(await visitor.Get("/staff"));

        foreach (var desk in closed)
        {
            Assert.DoesNotContain($"href=\"{desk}\"", own.Html, StringComparison.Ordinal);
            var refused = await visitor.Get(desk);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("data-code=\"NotPermitted\"", refused.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"card form\"", refused.Html, StringComparison.Ordinal);
        }
    }

    private async Task RevokeByTwo(string certificate)
    {
        using var first = await Staff("demo-operator");
        using var second = await Staff("demo-senior");
        var path = $"/staff/revocations?certificate={certificate}";
        var ordered = await first.Follow(await first.Submit(await first.Get(path), "handler=Order", ("Ground", "PrivilegeWithdrawn"), ("Reason", "法院 <裁定>")));
        Assert.Contains("法院 &lt;裁定&gt;", ordered.Html, StringComparison.Ordinal);
        Assert.Contains("data-code=\"SecondPersonNeeded\"", (await first.Submit(ordered, "handler=Confirm")).Html, StringComparison.Ordinal);
        Assert.Contains("证书已吊销", (await second.Follow(await second.Submit(await second.Get(path), "handler=Confirm"))).Html, StringComparison.Ordinal);
    }

    private static string WindowIn(Answered page) => System.Text.RegularExpressions.Regex.Match(page.Html, "<option value=\"([^\"]+)\"").Groups[1].Value;

    private async Task<Visitor> Staff(string id)
    {
        var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff(id);
        return visitor;
    }
}
