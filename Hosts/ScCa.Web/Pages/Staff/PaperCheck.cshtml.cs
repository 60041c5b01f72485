using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>One application's papers: all in order, or a single one back to the applicant with the reason (A3).</summary>
internal sealed class PaperCheckModel(ReviewDesk desk, StaffGate gate, SelfServiceHall hall, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Material { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewRow? Row { get; private set; }

    /// <summary>Whether it may be decided on, and not only seen.</summary>
    public bool CanDecide { get; private set; }

    public string PlatformName(Words words) =>
        Row is null ? "" : hall.Platforms().ById(Row.Platform) is { } platform ? words.Of(platform.Name) : Row.Platform;

    public string MaterialName(Words words, string material) =>
        Row is not null && hall.Platforms().ById(Row.Platform)?.Material(material) is { } known ? words.Of(known.Name) : material;

    public async Task<IActionResult> OnGet(string certificate, int application, CancellationToken cancellation)
    {
        CommandId = ids.New();
        return await Load(certificate, application, cancellation) is { } refusal ? Refuse(refusal) : Page();
    }

    public Task<IActionResult> OnPostComplete(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.CompleteMaterials(IdOf("complete"), certificate, application, User.StaffId(), cancellation), "notice.papers-complete",
        cancellation);

    public Task<IActionResult> OnPostReturn(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application,
        desk.ReturnMaterial(IdOf($"return-{Material}"), certificate, application, Material ?? "", User.StaffId(), Reason, cancellation), "notice.paper-returned",
        cancellation);

    // One form, several commands: each is one of its own.
    private string IdOf(string decision) => string.IsNullOrEmpty(CommandId) ? "" : $"{CommandId}:{decision}";

    private async Task<IActionResult> Decide(
        string certificate, int application, Task<Outcome<StaffReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(certificate, application, cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff/papers", notice);
    }

    private async Task<RefusalText?> Load(string certificate, int application, CancellationToken cancellation)
    {
        var papers = await desk.Papers(User.StaffId(), cancellation);
        Row = papers.Value?.FirstOrDefault(row => row.Certificate == certificate && row.Application == application);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(ReviewDesk), nameof(ReviewDesk.CompleteMaterials), cancellation) is null;
        return papers.Refusal;
    }
}
