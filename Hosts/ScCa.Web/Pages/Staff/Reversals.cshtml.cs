using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Invoices that are to be taken back: asked of the e-invoice platform, or recorded by hand (D4).</summary>
internal sealed class ReversalsModel(FinanceDesk desk, StaffGate gate, CertificateCardReader cards, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Certificate { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Application { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<HeldRow<ReversalRow>> Rows { get; private set; } = [];

    public bool IsPermitted { get; private set; }

    public bool CanDecide { get; private set; }

    /// <summary>Whether the form says something already: what a row or a refusal has left there.</summary>
    public bool IsFilled => Certificate is not null;

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        if (await Load(cancellation) is { } refusal)
            return Refuse(refusal);
        Reason = Rows.Select(r => r.Row).FirstOrDefault(r => r.Certificate == Certificate && r.Application == Application)?.Reason;
        return Page();
    }

    public Task<IActionResult> OnPostRequest(CancellationToken cancellation) => Decide(
        desk.RequestReversal(CommandId ?? "", Certificate?.Trim() ?? "", Application, Reason, User.StaffId(), cancellation), "notice.reversal-requested", cancellation);

    public Task<IActionResult> OnPostRecord(CancellationToken cancellation) => Decide(
        desk.ReverseInvoice(CommandId ?? "", Certificate?.Trim() ?? "", Application, Number, Reason, User.StaffId(), cancellation), "notice.reversed", cancellation);

    private async Task<IActionResult> Decide(Task<Outcome<StaffReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff/reversals", notice);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var pending = await desk.Reversals(User.StaffId(), cancellation);
        if (pending.IsRefused)
            return pending.Refusal;
        (Rows, IsPermitted) = (await HeldRow<ReversalRow>.Of(pending.Value, r => r.Certificate, cards, cancellation), true);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(FinanceDesk), nameof(FinanceDesk.ReverseInvoice), cancellation) is null;
        return null;
    }
}
