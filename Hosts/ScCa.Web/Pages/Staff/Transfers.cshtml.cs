using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Transfers that matched nothing, with the reason where there is one: given to an application by hand, or asked back (P1, P3).</summary>
internal sealed class TransfersModel(FinanceDesk desk, StaffGate gate, Freshness freshness, FormIds ids) : TransferQueuePage<UnmatchedRow>(gate, freshness, ids)
{
    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; } = 1;

    protected override string Address => "/staff/transfers";

    protected override string DecidingMethod => nameof(FinanceDesk.Assign);

    public Task<IActionResult> OnPostAssign(CancellationToken cancellation) => Decide(
        desk.Assign(CommandId ?? "", Reference ?? "", Certificate?.Trim() ?? "", Application, User.StaffId(), cancellation), "notice.assigned", cancellation);

    public Task<IActionResult> OnPostRefund(CancellationToken cancellation) =>
        Decide(desk.RequestRefund(CommandId ?? "", Reference ?? "", "Unmatched", User.StaffId(), cancellation), "notice.refund", cancellation);

    protected override Task<Outcome<IReadOnlyList<UnmatchedRow>>> Queue(string staff, CancellationToken cancellation) => desk.Unmatched(staff, cancellation);
}
