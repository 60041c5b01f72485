using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Invoices that are due, the earliest promise first (D4, D5).</summary>
internal sealed class InvoicesModel(FinanceDesk desk, StaffGate gate, CertificateCardReader cards, Freshness freshness, FormIds ids, IClock clock) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public IReadOnlyList<(InvoiceRow Row, string Holder)> Due { get; private set; } = [];

    public bool IsPermitted { get; private set; }

    public bool CanDecide { get; private set; }

    public LocalDate Today => Words.DateOf(clock.GetCurrentInstant());

    public string NewId() => ids.New();

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostRecord(CancellationToken cancellation)
    {
        var outcome = await desk.RecordInvoice(CommandId ?? "", Certificate ?? "", Application, Number, User.StaffId(), cancellation);
        if (outcome.IsRefused)
        {
            await Load(cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff/invoices", "notice.invoiced");
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var invoices = await desk.Invoices(User.StaffId(), cancellation);
        if (invoices.IsRefused)
            return invoices.Refusal;
        var due = new List<(InvoiceRow, string)>();
        foreach (var row in invoices.Value)
            due.Add((row, (await cards.Find(row.Certificate, cancellation))?.HolderName ?? row.Certificate));
        (Due, IsPermitted) = (due, true);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(FinanceDesk), nameof(FinanceDesk.RecordInvoice), cancellation) is null;
        return null;
    }
}
