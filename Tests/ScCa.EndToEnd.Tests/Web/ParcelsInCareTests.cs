using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class ParcelsInCareTests(RunningHall hall)
{
    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_a_parcel_is_labelled_comes_back_goes_out_again_under_a_new_label_and_is_handed_over_in_the_end()
    {
        const string holder = "成都退件有限公司";
        using var applicant = new Visitor(hall.Address);
        await applicant.LogIn(Phones.Next());
        using var reviewer = await Staff("demo-reviewer");
        using var dispatch = await Staff("demo-dispatch");
        var certificate = Applying.CertificateIn(await applicant.Issue(reviewer, holder));

        var first = Label(await dispatch.Submit(Row(await dispatch.Until("/staff/dispatch", holder), holder), "handler=Label"));
        Assert.Equal(first, Label(await dispatch.Submit(Row(await dispatch.Get("/staff/dispatch"), holder), "handler=Label")));
        var labelled = await dispatch.Until("/staff/dispatch", $"面单单号 {first}");
        var posted = await dispatch.Follow(await dispatch.Submit(Row(labelled, holder), "TrackingNumber", ("TrackingNumber", "")));
        Assert.Contains("已登记寄出", posted.Html, StringComparison.Ordinal);

        await Tell(dispatch, first, "Returned");
        var back = Row(await dispatch.Until("/staff/courier", first), holder);
        Assert.Contains("已退回", back.Html, StringComparison.Ordinal);
        Assert.Contains("陈示范", back.Html, StringComparison.Ordinal);
        Assert.Contains(Applying.PostalAddress, back.Html, StringComparison.Ordinal);
        await AuditorOnlyLooks(first, holder);
        var second = Label(await dispatch.Submit(back, "handler=Label"));
        Assert.NotEqual(first, second);
        var same = await dispatch.Submit(back, "handler=Resend", ("TrackingNumber", first));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("data-code=\"TrackingNumberTaken\"", same.Html, StringComparison.Ordinal);
        Assert.Contains($"id=\"TrackingNumber\" name=\"TrackingNumber\" value=\"{first}\"", same.Html, StringComparison.Ordinal);
        var resent = await dispatch.Follow(await dispatch.Submit(back, "handler=Resend", ("TrackingNumber", $" {second} ")));
        Assert.Contains("已登记重新寄出", resent.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder, resent.Html, StringComparison.Ordinal);

        await Tell(dispatch, second, "Other");
        var signed = Row(await dispatch.Until("/staff/courier", second), holder);
        Assert.Contains("他人签收", signed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Resend", signed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Applying.PostalAddress, signed.Html, StringComparison.Ordinal);
        var done = await dispatch.Follow(await dispatch.Submit(signed, "handler=HandOver"));
        Assert.Contains("已登记交付经办人", done.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder, done.Html, StringComparison.Ordinal);
        await applicant.Until($"/certificates/{certificate}", "已交付经办人本人");
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task A_parcel_that_waits_for_nothing_has_no_label_and_says_so()
    {
        using var dispatch = await Staff("demo-dispatch");
        var page = await dispatch.Get("/staff/courier");

        foreach (var desk in new[] { "/staff/courier", "/staff/dispatch" })
        {
            var refused = await dispatch.Submit(
                page with { Html = page.Html.Replace("\"/staff/logout\"", $"\"{desk}?handler=Label\"", StringComparison.Ordinal) }, "handler=Label",
                ("CommandId", "label-nothing"), ("Certificate", "c-none"), ("Application", "1"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("data-code=\"NothingToPost\"", refused.Html, StringComparison.Ordinal);
        }
    }

    private async Task AuditorOnlyLooks(string trackingNumber, string holder)
    {
        using var auditor = await Staff("demo-auditor");
        var row = Row(await auditor.Until("/staff/courier", trackingNumber), holder);
        Assert.DoesNotContain("<form", row.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Applying.PostalAddress, row.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("陈示范", row.Html, StringComparison.Ordinal);
    }

    private static async Task Tell(Visitor visitor, string trackingNumber, string what)
    {
        var told = await visitor.Submit(await visitor.Get("/demo"), "handler=Parcel", ("TrackingNumber", trackingNumber), ("what", what));
        Assert.Equal("/demo#courier", told.Location);
    }

    /// <summary>The number in the name of the label's file.</summary>
    private static string Label(Answered answered)
    {
        Assert.Equal(HttpStatusCode.OK, answered.Status);
        Assert.Equal("no-store", answered.Message.Headers.CacheControl!.ToString());
        var file = answered.Message.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", file.DispositionType);
        var number = Path.GetFileNameWithoutExtension(file.FileName!.Trim('"'));
        Assert.Contains(number, answered.Html, StringComparison.Ordinal);
        return number;
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
