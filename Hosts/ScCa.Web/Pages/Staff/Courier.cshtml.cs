using Microsoft.AspNetCore.Mvc;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;

namespace ScCa.Web.Pages.Staff;

/// <summary>Parcels that came back, or that another than the handler has signed for: sent again under a new label, or handed over (D1).</summary>
internal sealed class CourierModel(
    CourierDesk desk, DispatchDesk dispatch, StaffGate gate, CertificateCardReader cards, Freshness freshness, FormIds ids) : FormPage
{
    private const string Returned = "Returned";

    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public IReadOnlyList<ParcelInCare> Parcels { get; private set; } = [];

    /// <summary>Whether the queue may be seen at all.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>Whether its parcels may be sent and handed over too.</summary>
    public bool CanDecide { get; private set; }

    public string NewId() => ids.New();

    public bool IsRefused(ParcelInCareRow row) => Refusal is not null && Certificate == row.Certificate && Application == row.Application;

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostLabel(CancellationToken cancellation)
    {
        var made = await desk.Label(CommandId ?? "", Certificate ?? "", Application, User.StaffId(), cancellation);
        return made.IsRefused ? await Again(made.Refusal, cancellation) : LabelFile.Of(made.Value);
    }

    public Task<IActionResult> OnPostResend(CancellationToken cancellation) => Decide(
        desk.Resend(CommandId ?? "", Certificate ?? "", Application, TrackingNumber?.Trim(), User.StaffId(), cancellation), "notice.resent", cancellation);

    public Task<IActionResult> OnPostHandOver(CancellationToken cancellation) => Decide(
        desk.HandOver(CommandId ?? "", Certificate ?? "", Application, User.StaffId(), cancellation), "notice.handed-over", cancellation);

    private async Task<IActionResult> Decide(Task<Outcome<StaffReceipt>> decided, string notice, CancellationToken cancellation)
    {
        var outcome = await decided;
        if (outcome.IsRefused)
            return await Again(outcome.Refusal, cancellation);
        await freshness.WaitFor(outcome.Value.Position, cancellation);
        return Done("/staff/courier", notice);
    }

    private async Task<IActionResult> Again(RefusalText refusal, CancellationToken cancellation)
    {
        await Load(cancellation);
        return Refuse(refusal);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var queue = await desk.Returned(User.StaffId(), cancellation);
        if (queue.IsRefused)
            return queue.Refusal;
        var parcels = new List<ParcelInCare>();
        foreach (var row in queue.Value)
        {
            var holder = (await cards.Find(row.Certificate, cancellation))?.HolderName ?? row.Certificate;
            var isHere = row.StandingName == Returned;
            var recipient = isHere ? (await dispatch.Recipient(row.Certificate, User.StaffId(), cancellation)).Value : null;
            parcels.Add(new ParcelInCare(row, holder, recipient, isHere));
        }

        (Parcels, IsPermitted) = (parcels, true);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(CourierDesk), nameof(CourierDesk.HandOver), cancellation) is null;
        return null;
    }
}
