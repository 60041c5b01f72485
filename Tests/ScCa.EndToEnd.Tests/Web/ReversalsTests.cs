using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class ReversalsTests(RunningHall hall)
{
    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_finance_asks_for_a_reversal_sees_it_fail_asks_again_and_records_it_by_hand()
    {
        const string holder = "成都红冲有限公司";
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = await Staff("demo-reviewer");
        using var finance = await Staff("demo-finance");
        using var auditor = await Staff("demo-auditor");
        var progress = await applicant.Issue(reviewer, holder);
        var certificate = Applying.CertificateIn(progress);
        var due = Row(await finance.Until("/staff/invoices", holder), holder);
        await finance.Follow(await finance.Submit(due, "handler=Record", ("Number", "25512000000087654321")));

        var form = await finance.Get("/staff/reversals");
        var asking = form with { Html = form.Html.Replace("action=\"/staff/reversals?handler=Record\"", "action=\"/staff/reversals?handler=Request\"", StringComparison.Ordinal) };
        (string, string)[] which = [("Certificate", certificate), ("Application", "1")];
        var silent = await finance.Submit(asking, "id=\"Reason\"", [.. which, ("Reason", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("data-code=\"ReasonMissing\"", silent.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{certificate}\"", silent.Html, StringComparison.Ordinal);
        var asked = await finance.Follow(await finance.Submit(asking, "id=\"Reason\"", [.. which, ("Reason", "抬头 <开错>")]));
        Assert.Contains("已提出红冲", asked.Html, StringComparison.Ordinal);

        // The platform never issued this invoice: it was recorded by hand.
        var failed = Row(await finance.Until("/staff/reversals", "未成功"), holder);
        Assert.Contains("抬头 &lt;开错&gt;", failed.Html, StringComparison.Ordinal);
        var again = await finance.Follow(await finance.Submit(failed, "handler=Request"));
        Assert.Contains("已提出红冲", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", Row(await auditor.Until("/staff/reversals", holder), holder).Html, StringComparison.Ordinal);

        var byHand = await finance.Get($"/staff/reversals?certificate={certificate}&application=1");
        Assert.Contains("id=\"reverse\" open", byHand.Html, StringComparison.Ordinal);
        Assert.Contains("抬头 &lt;开错&gt;</textarea>", byHand.Html, StringComparison.Ordinal);
        var numberless = await finance.Submit(byHand, "id=\"Reason\"", [.. which, ("Reason", "开错"), ("Number", "")]);
        Assert.Contains("data-code=\"InvoiceNumberMissing\"", numberless.Html, StringComparison.Ordinal);
        var recorded = await finance.Follow(await finance.Submit(byHand, "id=\"Reason\"", [.. which, ("Reason", "开错"), ("Number", "25512000000000000099")]));

        Assert.Contains("红冲已登记", recorded.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder, recorded.Html, StringComparison.Ordinal);
        await applicant.Until(progress, "红字发票号码 25512000000000000099");
    }

    private static Answered Row(Answered page, string holder)
    {
        var from = page.Html.IndexOf(holder, StringComparison.Ordinal);
        return page with { Html = page.Html[from..page.Html.IndexOf("</tr>", from, StringComparison.Ordinal)] };
    }

    private async Task<Visitor> Staff(string id)
    {
        var visitor = new Visitor(hall.Address);
        await visitor.LogInStaff(id);
        return visitor;
    }
}
