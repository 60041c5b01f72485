using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>One application's papers: all in order, or a single one back to the applicant with the reason (A3).</summary>
internal sealed class PaperCheckModel(ReviewDesk desk, StaffGate gate, SelfServiceHall hall, Freshness freshness, FormIds ids)
    : ApplicationFilePage(hall, freshness, ids)
{
    [BindProperty]
    public string? Material { get; set; }

    public override string QueueAddress => "/staff/papers";

    public override (string Queue, string One) Titles => ("papers.queue", "papers.one");

    public Task<IActionResult> OnPostComplete(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.CompleteMaterials(IdOf("complete"), certificate, application, User.StaffId(), cancellation), "notice.papers-complete",
        cancellation);

    public Task<IActionResult> OnPostReturn(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application,
        desk.ReturnMaterial(IdOf($"return-{Material}"), certificate, application, Material ?? "", User.StaffId(), Reason, cancellation), "notice.paper-returned",
        cancellation);

    protected override Task<Outcome<IReadOnlyList<ReviewRow>>> Queue(string staff, CancellationToken cancellation) => desk.Papers(staff, cancellation);

    protected override async Task<bool> MayDecide(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(ReviewDesk), nameof(ReviewDesk.CompleteMaterials), cancellation) is null;
}
