using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>What is kept of a person: holds, stops and erasure, the last of which two people decide (A10).</summary>
internal sealed class PrivacyModel(PrivacyDesk desk, StaffGate gate, Freshness freshness, FormIds ids) : FormPage
{
    /// <summary>Names nobody, so that it may stand in an address; what was searched for may not, and is posted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Sought { get; set; }

    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SubjectCard> Found { get; private set; } = [];

    public bool IsPermitted { get; private set; }

    /// <summary>Whether more than looking is permitted.</summary>
    public bool CanDecide { get; private set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(Subject, cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostFind(CancellationToken cancellation) => await Load(Sought ?? "", cancellation) is { } refusal ? Refuse(refusal) : Page();

    public Task<IActionResult> OnPostStop(CancellationToken cancellation) =>
        Step(desk.RequestErasure(CommandId ?? "", Subject, Reason, User.StaffId(), cancellation), "notice.processing-stopped", cancellation);

    public Task<IActionResult> OnPostHold(CancellationToken cancellation) =>
        Step(desk.PlaceLegalHold(CommandId ?? "", Subject, Reason, User.StaffId(), cancellation), "notice.hold-placed", cancellation);

    public Task<IActionResult> OnPostLift(CancellationToken cancellation) =>
        Step(desk.OrderHoldLift(CommandId ?? "", Subject, Reason, User.StaffId(), cancellation), "notice.waits-for-another", cancellation);

    public Task<IActionResult> OnPostConfirmLift(CancellationToken cancellation) =>
        Step(desk.LiftLegalHold(CommandId ?? "", Subject, User.StaffId(), cancellation), "notice.hold-lifted", cancellation);

    public Task<IActionResult> OnPostErase(CancellationToken cancellation) =>
        Step(desk.OrderErasure(CommandId ?? "", Subject, Reason, User.StaffId(), cancellation), "notice.waits-for-another", cancellation);

    public Task<IActionResult> OnPostConfirmErasure(CancellationToken cancellation) =>
        Step(desk.ConfirmErasure(CommandId ?? "", Subject, User.StaffId(), cancellation), "notice.erased", cancellation);

    public Task<IActionResult> OnPostDrop(CancellationToken cancellation) =>
        Step(desk.DropOrder(CommandId ?? "", Subject, Reason, User.StaffId(), cancellation), "notice.order-dropped", cancellation);

    private async Task<IActionResult> Step(Task<Outcome<SubjectReceipt>> done, string notice, CancellationToken cancellation)
    {
        var outcome = await done;
        if (outcome.IsRefused)
        {
            await Load(Subject, cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done($"/staff/privacy?subject={outcome.Value.Subject}", notice);
    }

    private async Task<RefusalText?> Load(string? sought, CancellationToken cancellation)
    {
        if (await gate.Refusal(User.StaffId(), nameof(PrivacyDesk), nameof(PrivacyDesk.Find), cancellation) is { } barred)
            return barred;
        IsPermitted = true;
        CanDecide = await gate.Refusal(User.StaffId(), nameof(PrivacyDesk), nameof(PrivacyDesk.OrderErasure), cancellation) is null;
        if (sought is null)
            return null;
        var found = await desk.Find(sought, User.StaffId(), cancellation);
        Found = found.Value ?? [];
        return found.Refusal;
    }
}
