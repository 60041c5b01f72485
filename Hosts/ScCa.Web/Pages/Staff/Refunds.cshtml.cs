using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Refunds that were asked for, oldest first, until the bank has paid them out (P1, P2, A3).</summary>
internal sealed class RefundsModel(FinanceDesk desk, StaffGate gate, Freshness freshness, FormIds ids) : TransferQueuePage<RefundRow>(gate, freshness, ids)
{
    [BindProperty]
    public string? Evidence { get; set; }

    protected override string Address => "/staff/refunds";

    protected override string DecidingMethod => nameof(FinanceDesk.RecordRefund);

    public Task<IActionResult> OnPost(CancellationToken cancellation) =>
        Decide(desk.RecordRefund(CommandId ?? "", Reference ?? "", Evidence, User.StaffId(), cancellation), "notice.refunded", cancellation);

    protected override Task<Outcome<IReadOnlyList<RefundRow>>> Queue(string staff, CancellationToken cancellation) => desk.Refunds(staff, cancellation);
}
