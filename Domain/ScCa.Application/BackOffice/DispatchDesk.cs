using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>Keys to be posted, the earliest promise first, one by one or a day's batch together (D1, D5).</summary>
public sealed class DispatchDesk(
    StaffGate gate, ICommands commands, CommandExecutor executor, DueIndexReader due, BatchReader batches, PersonalData personal, TextCatalog texts, IClock clock)
{
    private const int QueueMax = 200;
    private const int TrackingNumberMax = 40;

    public async Task<Outcome<IReadOnlyList<ParcelRow>>> Queue(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(DispatchDesk), nameof(Queue), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await due.Parcels(QueueMax, cancellation).ConfigureAwait(false));

    /// <summary>Opens what is written on a parcel, for who posts it and only while it waits, or has come back (A7).</summary>
    public async Task<Outcome<ParcelRecipient>> Recipient(string certificate, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(Recipient), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (!await IsToBeSent(certificate, cancellation).ConfigureAwait(false) || await due.Recipient(certificate, cancellation).ConfigureAwait(false) is not { } row)
            return RefusalText.From(Refuse.NothingToPost(), texts);
        var subject = row.Handler.Subject;
        return new ParcelRecipient(
            await personal.Open(subject, SealedField.HandlerName, row.Handler.Name, cancellation).ConfigureAwait(false),
            await personal.Open(subject, SealedField.HandlerPhone, row.Handler.Phone, cancellation).ConfigureAwait(false),
            row.PostalAddress is { } address ? await personal.Open(row.AddressOf, SealedField.PostalAddress, address, cancellation).ConfigureAwait(false) : null);
    }

    public async Task<Outcome<StaffReceipt>> Post(string commandId, string certificate, string? trackingNumber, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(Post), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        var tracking = parsed.FreeText(trackingNumber, "trackingNumber", TrackingNumberMax);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var post = new PostKey(id, at, tracking, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(post, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }

    private async Task<bool> IsToBeSent(string certificate, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) switch
        {
            KnownCertificate { Parcel: not null } => true,
            IssuedCertificate c => c.Sent.Any(p => p.Standing == ParcelStanding.Returned),
            _ => false,
        };

    /// <summary>The parcels of a posting day; an empty open batch where there are none yet.</summary>
    public async Task<Outcome<BatchRow>> Batch(LocalDate date, string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(DispatchDesk), nameof(Batch), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : await batches.Find(date, cancellation).ConfigureAwait(false) ?? new BatchRow(date, IsClosed: false, []);

    public async Task<Outcome<BatchReceipt>> CloseBatch(string commandId, LocalDate date, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(CloseBatch), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var id = parsed.CommandId(commandId);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var close = new CloseBatch(id, date, new StaffId(staff), clock.GetCurrentInstant());
        return await commands.Execute(close, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<DispatchBatch>.Accepted accepted => new BatchReceipt(date, accepted.Position),
            Answer<DispatchBatch>.Refused(var refused) => RefusalText.From(refused, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    /// <summary>Posts parcels of a closed batch; each is answered for itself, and one that is refused holds up no other.</summary>
    /// <param name="commandId">With the parcel it names one posting: sent again with the same parcels, it writes nothing.</param>
    public async Task<Outcome<IReadOnlyList<ParcelPosting>>> PostBatch(
        string commandId, LocalDate date, IReadOnlyList<ParcelTracking>? parcels, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(PostBatch), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var postings = new List<ParcelPosting>();
        foreach (var parcel in parcels ?? [])
            postings.Add(await PostOne(commandId, date, parcel, staff, cancellation).ConfigureAwait(false));
        return Outcome.Of<IReadOnlyList<ParcelPosting>>(postings);
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
