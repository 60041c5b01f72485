using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages;

/// <summary>How a check stands, in the page's words.</summary>
internal sealed record RealPersonStanding(string Status, string? FailureCode);

/// <summary>
/// The legal representative's way to the real-person check (P5). The page leads there by a link: a browser that was told to send forms to this site only would not
/// be led on by the answer to one. What he types here is not kept.
/// </summary>
[Authorize(Policy = Sessions.Applicant)]
internal sealed class RealPersonModel(SelfServiceHall hall, RealPersonSteps steps) : FormPage
{
    private const string SecondsBetweenLooks = "10";

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public ProgressRow? Row { get; private set; }

    /// <summary>The latest check; null where none was begun.</summary>
    public RealPersonStanding? Latest { get; private set; }

    /// <summary>The examiner's page, where a check has just been begun.</summary>
    public string? To { get; private set; }

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation)
    {
        if (await Load(certificate, application, cancellation) is { } answered)
            return answered;
        if (Latest is { Status: "Pending" })
            Response.Headers["Refresh"] = SecondsBetweenLooks;
        return Page();
    }

    public async Task<IActionResult> OnPost(string certificate, int application, CancellationToken cancellation)
    {
        if (await Load(certificate, application, cancellation) is { } answered)
            return answered;
        var returnTo = new Uri($"{Request.Scheme}://{Request.Host}/progress/{certificate}/{application}/check");
        var begun = await steps.Begin(certificate, application, User.Phone(), PersonName ?? "", IdNumber ?? "", returnTo, cancellation);
        if (begun.IsRefused)
            return Refuse(begun.Refusal);
        To = begun.Value.Address;
        return Page();
    }

    private async Task<IActionResult?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var found = await hall.ProgressOf(certificate, application, User.Phone(), cancellation);
        Row = found.Value;
        if (found.IsRefused)
            return Refuse(found.Refusal);
        if (!found.Value.ToVerify.Contains("RealPerson"))
            return Redirect($"/progress/{certificate}/{application}");
        var look = await steps.Look(certificate, application, User.Phone(), cancellation);
        if (look.IsRefused)
            return Refuse(look.Refusal);
        Latest = look.Value.Latest is { } latest ? new RealPersonStanding(latest.Status.ToString(), latest.FailureCode) : null;
        return null;
    }
}
