using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>One application before a reviewer: approve, return or reject (A3).</summary>
internal sealed class ReviewModel(ReviewDesk desk, StaffGate gate, SelfServiceHall hall, Freshness freshness, FormIds ids) : ApplicationFilePage(hall, freshness, ids)
{
    /// <summary>What was found of the seal's picture, where there is one (S4).</summary>
    [BindProperty]
    public string? SealPicture { get; set; }

    public override string QueueAddress => "/staff";

    public override (string Queue, string One) Titles => ("review.title", "review.one");

    public Task<IActionResult> OnPostApprove(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Approve(IdOf("approve"), certificate, application, SealPicture, User.StaffId(), cancellation), "notice.approved", cancellation);

    public Task<IActionResult> OnPostReturn(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Return(IdOf("return"), certificate, application, User.StaffId(), Reason, cancellation), "notice.returned", cancellation);

    public Task<IActionResult> OnPostReject(string certificate, int application, CancellationToken cancellation) => Decide(
        certificate, application, desk.Reject(IdOf("reject"), certificate, application, User.StaffId(), Reason, cancellation), "notice.rejected", cancellation);

    protected override Task<Outcome<IReadOnlyList<ReviewRow>>> Queue(string staff, CancellationToken cancellation) => desk.Queue(staff, cancellation);

    protected override async Task<bool> MayDecide(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(ReviewDesk), nameof(ReviewDesk.Approve), cancellation) is null;
}
