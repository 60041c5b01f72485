using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Keys to be posted, the earliest promise first (D1, D5).</summary>
internal sealed class DispatchModel(DispatchDesk desk, CertificateCardReader cards, Freshness freshness, FormIds ids, IClock clock) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public IReadOnlyList<QueuedParcel> Parcels { get; private set; } = [];

    public string NewId() => ids.New();

    /// <summary>Whether the queue may be seen at all.</summary>
    public bool IsPermitted { get; private set; }

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
            parcels.Add(new QueuedParcel(row, card?.HolderName ?? row.Certificate, recipient.Value, row.PostBy < today));
        }

        (Parcels, IsPermitted) = (parcels, true);
        return null;
    }
}
