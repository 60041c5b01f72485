using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Refunds that were asked for, oldest first, until the bank has paid them out (P1, P2, A3).</summary>
internal sealed class RefundsModel(FinanceDesk desk, StaffGate gate, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public IReadOnlyList<RefundRow> Rows { get; private set; } = [];

    public bool IsPermitted { get; private set; }

    public bool CanDecide { get; private set; }

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var recorded = await desk.RecordRefund(CommandId ?? "", Reference ?? "", Evidence, User.StaffId(), cancellation);
        if (recorded.IsRefused)
        {
            await Load(cancellation);
            return Refuse(recorded.Refusal);
        }

        await freshness.WaitFor(recorded.Value.Position, cancellation);
        return Done("/staff/refunds", "notice.refunded");
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var rows = await desk.Refunds(User.StaffId(), cancellation);
        Rows = rows.Value ?? [];
        IsPermitted = !rows.IsRefused;
        CanDecide = await gate.Refusal(User.StaffId(), nameof(FinanceDesk), nameof(FinanceDesk.RecordRefund), cancellation) is null;
        return rows.Refusal;
    }
}
