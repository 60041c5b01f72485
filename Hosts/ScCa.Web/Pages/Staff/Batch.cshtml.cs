using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>A parcel in a batch, for whom it is, and who signs for it.</summary>
internal sealed record BatchedParcel(BatchParcelRow Row, string HolderName, ParcelRecipient? Recipient);

/// <summary>The parcels of one posting day: taken out, put in, closed together and posted one by one (D1).</summary>
internal sealed class BatchModel(
    BatchDesk desk, DispatchDesk dispatch, StaffGate gate, CertificateCardReader cards, Freshness freshness, FormIds ids, IClock clock) : FormPage
{
    [BindProperty]
    public string? CommandId { get; set; }

    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public int Application { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    public LocalDate Date { get; private set; }

    public BatchRow? Batch { get; private set; }

    public IReadOnlyList<BatchedParcel> Parcels { get; private set; } = [];

    /// <summary>Parcels that wait in no batch.</summary>
    public IReadOnlyList<HeldRow<ParcelRow>> Loose { get; private set; } = [];

    /// <summary>Whether it may be changed, and not only seen.</summary>
    public bool CanDecide { get; private set; }

    /// <summary>A batch is closed on its day at the earliest.</summary>
    public bool IsDue => Date <= Words.DateOf(clock.GetCurrentInstant());

    public string NewId() => ids.New();

    public Task<IActionResult> OnGet(string date, CancellationToken cancellation) =>
        On(date, async () => await Load(cancellation) is { } refusal ? Refuse(refusal) : Page());

    public Task<IActionResult> OnPostPutIn(string date, CancellationToken cancellation) => On(date, () => Change(
        desk.PutIn(CommandId ?? "", Date, Certificate ?? "", Application, User.StaffId(), cancellation), "notice.parcel-in", cancellation));

    public Task<IActionResult> OnPostTakeOut(string date, CancellationToken cancellation) => On(date, () => Change(
        desk.TakeOut(CommandId ?? "", Date, Certificate ?? "", Application, User.StaffId(), cancellation), "notice.parcel-out", cancellation));

    public Task<IActionResult> OnPostClose(string date, CancellationToken cancellation) =>
        On(date, () => Change(desk.CloseBatch(CommandId ?? "", Date, User.StaffId(), cancellation), "notice.batch-closed", cancellation));

    public Task<IActionResult> OnPostPost(string date, CancellationToken cancellation) => On(date, async () =>
    {
        var posted = await desk.PostBatch(
            CommandId ?? "", Date, [new ParcelTracking(Certificate ?? "", Application, TrackingNumber)], User.StaffId(), cancellation);
        return (posted.Refusal ?? posted.Value?[0].Refusal) is { } refusal
            ? await Refused(refusal, cancellation)
            : await Changed(posted.Value![0].Position!.Value, "notice.posted", cancellation);
    });

    // A day that is none has no batch either.
    private async Task<IActionResult> On(string date, Func<Task<IActionResult>> answer)
    {
        if (LocalDatePattern.Iso.Parse(date) is not { Success: true, Value: var day })
            return NotFound();
        Date = day;
        return await answer();
    }

    private async Task<IActionResult> Change(Task<Outcome<BatchReceipt>> change, string notice, CancellationToken cancellation)
    {
        var outcome = await change;
        return outcome.IsRefused ? await Refused(outcome.Refusal, cancellation) : await Changed(outcome.Value.Position, notice, cancellation);
    }

    private async Task<IActionResult> Refused(RefusalText refusal, CancellationToken cancellation)
    {
        await Load(cancellation);
        return Refuse(refusal);
    }

    private async Task<IActionResult> Changed(long position, string notice, CancellationToken cancellation)
    {
        await freshness.WaitFor(position, cancellation);
        return Done(BatchesModel.AddressOf(Date), notice);
    }

    private async Task<RefusalText?> Load(CancellationToken cancellation)
    {
        var (staff, batch) = (User.StaffId(), await desk.Batch(Date, User.StaffId(), cancellation));
        if (batch.IsRefused)
            return batch.Refusal;
        CanDecide = await gate.Refusal(staff, nameof(BatchDesk), nameof(BatchDesk.TakeOut), cancellation) is null;
        var parcels = new List<BatchedParcel>();
        foreach (var row in batch.Value.Parcels)
        {
            var card = await cards.Find(row.Certificate, cancellation);
            var recipient = row.TrackingNumber is null ? (await dispatch.Recipient(row.Certificate, staff, cancellation)).Value : null;
            parcels.Add(new BatchedParcel(row, card?.HolderName ?? row.Certificate, recipient));
        }

        (Batch, Parcels) = (batch.Value, parcels);
        if (CanDecide && !batch.Value.IsClosed)
            Loose = await Waiting(staff, cancellation);
        return null;
    }

    private async Task<IReadOnlyList<HeldRow<ParcelRow>>> Waiting(string staff, CancellationToken cancellation)
    {
        var (days, queue) = ((await desk.Days(staff, cancellation)).Value ?? [], (await dispatch.Queue(staff, cancellation)).Value ?? []);
        var placed = days.SelectMany(d => d.Parcels).Select(p => (p.Certificate, p.Application)).ToHashSet();
        return await HeldRow<ParcelRow>.Of(queue.Where(p => !placed.Contains((p.Certificate, p.Application))), row => row.Certificate, cards, cancellation);
    }
}
