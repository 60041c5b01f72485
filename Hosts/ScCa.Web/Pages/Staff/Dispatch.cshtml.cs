using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Keys to be posted, the earliest promise first: labelled by the courier or by hand (D1, D5).</summary>
internal sealed class DispatchModel(
    DispatchDesk desk, CourierDesk courier, StaffGate gate, CertificateCardReader cards, Freshness freshness, FormIds ids, IClock clock) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public IReadOnlyList<QueuedParcel> Parcels { get; private set; } = [];

    public string NewId() => ids.New();

    /// <summary>Whether the queue may be seen at all.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>Whether its parcels may be labelled and posted too.</summary>
    public bool CanDecide { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancellation) => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var posted = await desk.Post(CommandId ?? "", Certificate ?? "", TrackingNumber, User.StaffId(), cancellation);
        if (posted.IsRefused)
        {
            await Load(cancellation);
            return Refuse(posted.Refusal);
        }

        await freshness.WaitFor(posted.Value.Position, cancellation);
        return Done("/staff/dispatch", "notice.posted");
    }

    public async Task<IActionResult> OnPostLabel(CancellationToken cancellation)
    {
        var made = await courier.Label(CommandId ?? "", Certificate ?? "", Application, User.StaffId(), cancellation);
        if (!made.IsRefused)
            return LabelFile.Of(made.Value);
        await Load(cancellation);
        return Refuse(made.Refusal);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var queue = await desk.Queue(User.StaffId(), cancellation);
        if (queue.IsRefused)
            return queue.Refusal;
        var today = Words.DateOf(clock.GetCurrentInstant());
        var parcels = new List<QueuedParcel>();
        foreach (var row in queue.Value)
        {
            var card = await cards.Find(row.Certificate, cancellation);
            var recipient = await desk.Recipient(row.Certificate, User.StaffId(), cancellation);
            parcels.Add(new QueuedParcel(row, card?.HolderName ?? row.Certificate, recipient.Value, row.PostBy < today, LabelNumber(card)));
        }

        (Parcels, IsPermitted) = (parcels, true);
        CanDecide = await gate.Refusal(User.StaffId(), nameof(DispatchDesk), nameof(DispatchDesk.Post), cancellation) is null;
        return null;
    }

    private static string? LabelNumber(CertificateCard? card) => card?.Parcel is { Standing: ShownParcel.Labelled } parcel ? parcel.TrackingNumber : null;
}
