using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Parcels;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>The parcels of a posting day together: what goes with which batch, its closing, and the posting of what is in it (D1).</summary>
public sealed class BatchDesk(
    StaffGate gate, ICommands commands, CommandExecutor executor, BatchReader batches, BatchPlaces places, TextCatalog texts, IClock clock)
{
    private const int DaysMax = 60;
    private const int TrackingNumberMax = 40;

    /// <summary>The posting days that have a batch, the latest first.</summary>
    public async Task<Outcome<IReadOnlyList<BatchRow>>> Days(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(BatchDesk), nameof(Days), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await batches.Latest(Shanghai.DateOf(clock.GetCurrentInstant()), DaysMax, cancellation).ConfigureAwait(false));

    /// <summary>The parcels of a posting day; an empty open batch where there are none yet.</summary>
    public async Task<Outcome<BatchRow>> Batch(LocalDate date, string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(BatchDesk), nameof(Batch), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : await batches.Find(date, cancellation).ConfigureAwait(false) ?? new BatchRow(date, IsClosed: false, []);

    /// <summary>
    /// Puts a parcel that waits in no batch into one of a day that its promise allows, or an earlier one to send it sooner. What follows from its promises
    /// finds it there too: posted by itself, promised anew or given up, it leaves that batch as it would leave its own.
    /// </summary>
    public Task<Outcome<BatchReceipt>> PutIn(
        string commandId, LocalDate date, string certificate, int application, string staff, CancellationToken cancellation) => Change(
        nameof(PutIn), commandId, date, certificate, staff, (id, at, now) => new AddParcel(id, date, at, application, now),
        at => PlaceRefusal(at, application, date, cancellation), cancellation);

    /// <summary>Takes a parcel out unposted: it waits in no batch until it is put into one, is posted by itself, or is promised anew.</summary>
    public Task<Outcome<BatchReceipt>> TakeOut(
        string commandId, LocalDate date, string certificate, int application, string staff, CancellationToken cancellation) => Change(
        nameof(TakeOut), commandId, date, certificate, staff, (id, at, now) => new RemoveParcel(id, date, at, application, now), _ => Nothing, cancellation);

    /// <summary>Closes a day's batch: what comes later goes into the next one.</summary>
    public Task<Outcome<BatchReceipt>> CloseBatch(string commandId, LocalDate date, string staff, CancellationToken cancellation) => Change(
        nameof(CloseBatch), commandId, date, certificate: null, staff, (id, _, now) => new CloseBatch(id, date, new StaffId(staff), now), _ => Nothing, cancellation);

    /// <summary>Posts parcels of a closed batch; each is answered for itself, and one that is refused holds up no other.</summary>
    /// <param name="commandId">With the parcel it names one posting: sent again with the same parcels, it writes nothing.</param>
    public async Task<Outcome<IReadOnlyList<ParcelPosting>>> PostBatch(
        string commandId, LocalDate date, IReadOnlyList<ParcelTracking>? parcels, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(BatchDesk), nameof(PostBatch), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var postings = new List<ParcelPosting>();
        foreach (var parcel in parcels ?? [])
            postings.Add(await PostOne(commandId, date, parcel, staff, cancellation).ConfigureAwait(false));
        return Outcome.Of<IReadOnlyList<ParcelPosting>>(postings);
    }

    private static Task<Refusal?> Nothing => Task.FromResult<Refusal?>(null);

    private async Task<Outcome<BatchReceipt>> Change(
        string method, string commandId, LocalDate date, string? certificate, string staff, Func<CommandId, CertificateId, Instant, BatchCommand> command,
        Func<CertificateId, Task<Refusal?>> alsoRefused, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(BatchDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var id = parsed.CommandId(commandId);
        var at = certificate is null ? default! : parsed.CertificateId(certificate);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        if (await alsoRefused(at).ConfigureAwait(false) is { } also)
            return RefusalText.From(also, texts);
        return await commands.Execute(command(id, at, clock.GetCurrentInstant()), CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<DispatchBatch>.Accepted accepted => new BatchReceipt(date, accepted.Position),
            Answer<DispatchBatch>.Refused(var refused) => RefusalText.From(refused, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    // What a batch cannot know of the parcel: whether it waits, whether another has it, and by when it was promised.
    private async Task<Refusal?> PlaceRefusal(CertificateId certificate, int application, LocalDate date, CancellationToken cancellation)
    {
        if (!await places.IsWaiting(certificate.Value, application, cancellation).ConfigureAwait(false))
            return Refuse.NothingToPost();
        var holding = await places.Holding(certificate.Value, application, cancellation).ConfigureAwait(false);
        if (holding.FirstOrDefault(p => p.Date != date) is { } elsewhere)
            return Refuse.ParcelAlreadyInBatch(certificate, elsewhere.Date);
        var open = await places.Open(certificate.Value, application, cancellation).ConfigureAwait(false);
        return open.Any(p => p.Date == date) ? null : Refuse.BatchOutsidePromise(certificate, open[^1].Date);
    }

    private async Task<ParcelPosting> PostOne(string commandId, LocalDate date, ParcelTracking parcel, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId($"{commandId}:{parcel.Certificate}:{parcel.Application}"), parsed.CertificateId(parcel.Certificate));
        var tracking = parsed.FreeText(parcel.TrackingNumber, "trackingNumber", TrackingNumberMax);
        if ((parsed.Fault ?? await KeyRefusal(at, parcel.Application, date, cancellation).ConfigureAwait(false)) is { } fault)
            return Refused(parcel, fault);
        var post = new PostParcel(id, date, at, parcel.Application, tracking, new StaffId(staff), clock.GetCurrentInstant());
        return await commands.Execute(post, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<DispatchBatch>.Accepted accepted => new ParcelPosting(parcel.Certificate, parcel.Application, accepted.Position, Refusal: null),
            Answer<DispatchBatch>.Refused(var refused) => Refused(parcel, refused),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    // The batch cannot know what has become of the certificate meanwhile; what it has posted already is its own to answer.
    private async Task<Refusal?> KeyRefusal(CertificateId certificate, int application, LocalDate date, CancellationToken cancellation)
    {
        if ((await executor.State<DispatchBatch>(DispatchBatch.KeyOf(date), cancellation).ConfigureAwait(false)).Find(certificate, application) is not { IsPosted: false })
            return null;
        return await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) switch
        {
            IssuedCertificate { Parcel: { } parcel } when parcel.Application == application => null,
            IssuedCertificate => Refuse.NothingToPost(),
            _ => Refuse.CertificateNotIssued(),
        };
    }

    private ParcelPosting Refused(ParcelTracking parcel, Refusal refusal) =>
        new(parcel.Certificate, parcel.Application, Position: null, RefusalText.From(refusal, texts));
}
