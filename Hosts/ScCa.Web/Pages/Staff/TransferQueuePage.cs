using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Money that waits for finance: a queue, and what is decided on one of its rows.</summary>
internal abstract class TransferQueuePage<TRow>(StaffGate gate, Freshness freshness, FormIds ids) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public IReadOnlyList<TRow> Rows { get; private set; } = [];

    /// <summary>Whether the queue may be seen at all.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>Whether its rows may be decided on too.</summary>
    public bool CanDecide { get; private set; }

    protected abstract string Address { get; }

    /// <summary>What it takes to decide here.</summary>
    protected abstract string DecidingMethod { get; }

    public string NewId() => ids.New();

    public bool IsRefused(string reference) => Refusal is not null && Reference == reference;

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    protected abstract Task<Outcome<IReadOnlyList<TRow>>> Queue(string staff, CancellationToken cancellation);

    protected async Task<IActionResult> Decide(Task<Outcome<TransferReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
        {
            await Load(cancellation);
            return Refuse(outcome.Refusal);
        }

        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done(Address, notice);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var rows = await Queue(User.StaffId(), cancellation);
        Rows = rows.Value ?? [];
        IsPermitted = !rows.IsRefused;
        CanDecide = await gate.Refusal(User.StaffId(), nameof(FinanceDesk), DecidingMethod, cancellation) is null;
        return rows.Refusal;
    }
}
