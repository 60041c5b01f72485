using Microsoft.AspNetCore.Mvc;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>Keys to be posted, the earliest promise first (D1, D5).</summary>
internal sealed class DispatchModel(DispatchDesk desk, ParcelRecipients recipients, CertificateCardReader cards, Freshness freshness, FormIds ids, IClock clock) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public IReadOnlyList<QueuedParcel> Parcels { get; private set; } = [];

    public string NewId() => ids.New();

    public Task OnGet(CancellationToken cancellation) => Load(cancellation);

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

    private async Task Load(CancellationToken cancellation)
    {
        var today = Words.DateOf(clock.GetCurrentInstant());
        var parcels = new List<QueuedParcel>();
        foreach (var row in await desk.Queue(cancellation))
        {
            var card = await cards.Find(row.Certificate, cancellation);
            parcels.Add(new QueuedParcel(row, card?.HolderName ?? row.Certificate, await recipients.Find(row.Certificate, cancellation), row.PostBy < today));
        }

        Parcels = parcels;
    }
}
