using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Transfers that matched nothing, with the reason where there is one: given to an application by hand, or asked back (P1, P3).</summary>
internal sealed class TransfersModel(FinanceDesk desk, StaffGate gate, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; } = 1;

    public IReadOnlyList<UnmatchedRow> Unmatched { get; private set; } = [];

    /// <summary>Whether the queue may be seen at all.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>Whether its rows may be decided on too.</summary>
    public bool CanDecide { get; private set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public Task<IActionResult> OnPostAssign(CancellationToken cancellation) => Decide(
        desk.Assign(CommandId ?? "", Reference ?? "", Certificate?.Trim() ?? "", Application, User.StaffId(), cancellation), "notice.assigned", cancellation);

    public Task<IActionResult> OnPostRefund(CancellationToken cancellation) =>
        Decide(desk.RequestRefund(CommandId ?? "", Reference ?? "", "Unmatched", User.StaffId(), cancellation), "notice.refund", cancellation);

    private async Task<IActionResult> Decide(Task<Outcome<TransferReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff/transfers", notice);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var unmatched = await desk.Unmatched(User.StaffId(), cancellation);
        Unmatched = unmatched.Value ?? [];
        IsPermitted = !unmatched.IsRefused;
        CanDecide = await gate.Refusal(User.StaffId(), nameof(FinanceDesk), nameof(FinanceDesk.Assign), cancellation) is null;
        return unmatched.Refusal;
    }
}
