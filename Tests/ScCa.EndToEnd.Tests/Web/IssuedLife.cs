using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>A government-procurement certificate on its way to its key, every part played by who has it.</summary>
internal static class IssuedLife
{
    /// <summary>Approves, and says what was found of the seal's picture.</summary>
    public static async Task Approve(this Visitor reviewer, string progress)
    {
        var path = progress.Replace("/progress/", "/staff/review/", StringComparison.Ordinal);
        var review = await reviewer.Get(path);
        var approved = await reviewer.Submit(review with { Path = $"{path}?handler=Approve" }, "Reason", ("SealPicture", "NumberLegible"));
        Assert.Equal(HttpStatusCode.Redirect, approved.Status);
    }

    /// <summary>Uploads every paper that is asked for.</summary>
    public static async Task<Answered> GivePapers(this Visitor applicant, string progress)
    {
        var page = await applicant.Get(progress);
        while (page.Html.Contains("handler=Paper", StringComparison.Ordinal))
            page = await applicant.Follow(await applicant.SubmitFiles(page, "handler=Paper", "file", [Files.Paper]));
        return page;
    }

    public static async Task CompletePapers(this Visitor reviewer, string progress)
    {
        var path = progress.Replace("/progress/", "/staff/papers/", StringComparison.Ordinal);
        var completed = await reviewer.Submit((await reviewer.Get(path)) with { Path = $"{path}?handler=Complete" }, "Reason");
        Assert.Equal("/staff/papers", completed.Location);
    }

    public static async Task Transfer(this Visitor visitor, string payer, string yuan) => Assert.Equal(
        HttpStatusCode.Redirect, (await visitor.Submit(await visitor.Get("/demo"), "handler=Transfer", ("Payer", payer), ("Amount", yuan))).Status);

    /// <summary>Brings a New to its issue; answers with its progress.</summary>
    public static async Task<string> Issue(this Visitor applicant, Visitor reviewer, string holder)
    {
        var progress = await applicant.Apply(holder, "陈示范");
        await reviewer.Approve(progress);
        await applicant.GivePapers(progress);
        await reviewer.CompletePapers(progress);
        await applicant.Transfer(holder, "300.00");
        await applicant.Until(progress, "等待寄送");
        return progress;
    }
}
