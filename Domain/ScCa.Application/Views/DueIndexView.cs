using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.People;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>A generation on a key and the last date it is valid; one that waits to be written stands beside it.</summary>
public sealed record ExpiryRow(string Certificate, int Generation, LocalDate NotAfter, int? WaitingGeneration, LocalDate? WaitingNotAfter);

/// <summary>A parcel and the date it is promised by.</summary>
public sealed record ParcelRow(string Certificate, int Application, LocalDate PostBy, bool IsIssued);

/// <summary>To whom a key is posted; sealed, as it stands in the event.</summary>
/// <param name="AddressOf">Whose key seals the address: the handler's who gave it.</param>
public sealed record RecipientRow(string Certificate, Handler Handler, SubjectId AddressOf, SealedText? PostalAddress);

/// <summary>An application that waits for its applicant, and the day on which its lapse is to be announced or, announced, to happen (A3).</summary>
public sealed record IdleRow(string Certificate, int Application, LocalDate DueOn, bool IsAnnounced);

/// <summary>A granted renewal that is not yet written to the key (C5).</summary>
public sealed record GrantRow(string Certificate, int Application, LocalDate GrantedOn, LocalDate NotAfter);

/// <summary>When the standing seals of a certificate end (S6).</summary>
public sealed record SealEnd(int Seal, LocalDate NotAfter);

/// <summary>The seals of a certificate whose end has not been recorded.</summary>
public sealed record SealsRow(string Certificate, ImmutableArray<SealEnd> Ends);

/// <summary>An invoice and the date it is promised by (D4).</summary>
public sealed record InvoiceRow(string Certificate, int Application, string Amount, LocalDate DueBy);

/// <summary>What falls due, by kind and date: the nightly sweep and the dispatch queue read it (C9, D1, D5).</summary>
public sealed class DueIndexView : IView
{
    public const string ViewName = "due-index";
    public const string Expiry = "expiry";
    public const string Parcel = "parcel";
    public const string Idle = "idle";
    public const string Grant = "grant";
    public const string Seals = "seals";
    public const string Invoice = "invoice";
    private const string Expired = "expired";
    private const string Recipients = "recipients";

    public static string RecipientKey(string certificate) => $"recipient/{certificate}";

    public string Name => ViewName;

    public int Version => 6;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        CertificateAppliedFor => [RecipientKey(happened.StreamKey), IdleKey(happened)],
        OperationApplied => [IdleKey(happened)],
        HandlerChanged => [RecipientKey(happened.StreamKey)],
        CertificateExpired => [ExpiryKey(happened)],
        UpdateCompleted => [ExpiryKey(happened), GrantKey(happened)],
        UpdateGranted => [GrantKey(happened), IdleKey(happened)],
        CertificateRevoked => [ExpiryKey(happened), GrantKey(happened), ParcelKey(happened), IdleKey(happened), SealsKey(happened), RecipientKey(happened.StreamKey)],
        SealMade or SealExpired => [SealsKey(happened)],
        InvoicePromised e => [InvoiceKey(happened, e.Application)],
        InvoiceIssued e => [InvoiceKey(happened, e.Application)],
        UnlockGranted or SealsFulfilled or EContractEnabled => [IdleKey(happened)],
        GenerationIssued => [ExpiryKey(happened), ParcelKey(happened), IdleKey(happened), GrantKey(happened)],
        ApplicationApproved or ApplicationReturned or LapseAnnounced or ApplicationResubmitted or TransferCounted
            or ApplicationRejected or ApplicationLapsed or ApplicationSuperseded or MaterialProvided or MaterialReturned or IdentityVerified => [IdleKey(happened)],
        ApplicationWithdrawn or ApplicationOvertaken => [IdleKey(happened), ParcelKey(happened)],
        GrantEnded => [GrantKey(happened)],
        ParcelPromised => [ParcelKey(happened)],
        KeyPosted => [ParcelKey(happened)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case CertificateAppliedFor e:
                var handler = e.Under.Applying.Handler;
                PutRecipient(rows, new RecipientRow(happened.StreamKey, handler, handler.Subject, e.PostalAddress));
                Unreviewed(rows, happened, e);
                break;
            case OperationApplied e:
                Unreviewed(rows, happened, e);
                break;
            // D1: who handles it now signs for the parcel.
            case HandlerChanged e when rows.Get<RecipientRow>(RecipientKey(happened.StreamKey)) is { } recipient:
                PutRecipient(rows, recipient with { Handler = e.Handler });
                break;
            case GenerationIssued e:
                Issued(rows, happened, e);
                break;
            case UpdateCompleted e when rows.Get<ExpiryRow>(ExpiryKey(happened)) is { WaitingNotAfter: { } notAfter } row:
                PutExpiry(rows, happened, Expiry, row with { Generation = e.Generation, NotAfter = notAfter, WaitingGeneration = null, WaitingNotAfter = null });
                rows.Delete(GrantKey(happened));
                break;
            case UpdateGranted e:
                rows.Delete(IdleKey(happened));
                var granted = Shanghai.DateOf(e.At);
                rows.Put(GrantKey(happened), Grant, SortKeys.Of(granted), new GrantRow(happened.StreamKey, e.Application, granted, e.NotAfter));
                break;
            case ApplicationApproved or ApplicationReturned:
                StartIdle(rows, happened, (ApplicationEvent)happened.Body);
                break;
            case LapseAnnounced e:
                PutIdle(rows, happened, new IdleRow(happened.StreamKey, e.Application, e.LapsesOn, IsAnnounced: true));
                break;
            // Back with the authority, paid for in part, or over: nothing of it lapses.
            case ApplicationResubmitted or TransferCounted or ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken
                or UnlockGranted or SealsFulfilled or EContractEnabled:
                rows.Delete(IdleKey(happened));
                if (happened.Body is ApplicationWithdrawn or ApplicationOvertaken && rows.Get<ParcelRow>(ParcelKey(happened)) is { IsIssued: false })
                    rows.Delete(ParcelKey(happened));
                break;
            // A step of the applicant's own starts his days anew.
            case MaterialProvided or MaterialReturned or IdentityVerified when rows.Get<IdleRow>(IdleKey(happened)) is { } idle:
                PutIdle(rows, happened, idle with { DueOn = LapseAnnounced.EarliestAfter(((ApplicationEvent)happened.Body).At), IsAnnounced = false });
                break;
            case CertificateRevoked:
                foreach (var key in KeysFor(happened))
                    rows.Delete(key);
                break;
            case SealMade e:
                FoldSeal(rows, happened, e);
                break;
            case SealExpired e when rows.Get<SealsRow>(SealsKey(happened)) is { } seals:
                PutSeals(rows, happened, seals with { Ends = seals.Ends.RemoveAll(s => s.Seal == e.Seal) });
                break;
            case InvoicePromised e:
                rows.Put(
                    InvoiceKey(happened, e.Application), Invoice, SortKeys.Of(e.By.Date), new InvoiceRow(happened.StreamKey, e.Application, e.Amount.Value, e.By.Date));
                break;
            case InvoiceIssued e:
                rows.Delete(InvoiceKey(happened, e.Application));
                break;
            case CertificateExpired when rows.Get<ExpiryRow>(ExpiryKey(happened)) is { } row:
                PutExpiry(rows, happened, Expired, row);
                break;
            case ParcelPromised e:
                PutParcel(rows, happened, new ParcelRow(happened.StreamKey, e.Application, e.By.Date, IsIssued: false));
                break;
            // The recipient stays: a parcel that comes back is sent to him again.
            case KeyPosted:
                rows.Delete(ParcelKey(happened));
                break;
            case GrantEnded e when rows.Get<GrantRow>(GrantKey(happened)) is { } ended && ended.Application == e.Application:
                rows.Delete(GrantKey(happened));
                break;
        }
    }

    private static void Issued(Rows rows, RecordedEvent happened, GenerationIssued e)
    {
        rows.Delete(IdleKey(happened));
        var notAfter = Shanghai.DateOf(e.Validity.NotAfter);
        var expiry = rows.Get<ExpiryRow>(ExpiryKey(happened));
        // A granted generation waits; any other is on its key at once.
        var waits = rows.Get<GrantRow>(GrantKey(happened)) is { } grant && grant.Application == e.Application;
        PutExpiry(
            rows,
            happened,
            Expiry,
            expiry is null || !waits
                ? new ExpiryRow(happened.StreamKey, e.Generation, notAfter, null, null)
                : expiry with { WaitingGeneration = e.Generation, WaitingNotAfter = notAfter });
        if (rows.Get<ParcelRow>(ParcelKey(happened)) is { } parcel)
            PutParcel(rows, happened, parcel with { IsIssued = true });
    }

    // What no reviewer has to see waits for its applicant from the start.
    private static void Unreviewed(Rows rows, RecordedEvent happened, OperationApplied applied)
    {
        if (!applied.Under.Reviewed)
            StartIdle(rows, happened, applied);
    }

    private static void PutRecipient(Rows rows, RecipientRow row) => rows.Put(RecipientKey(row.Certificate), Recipients, row.Certificate, row);

    private static void PutExpiry(Rows rows, RecordedEvent happened, string partition, ExpiryRow row) =>
        rows.Put(ExpiryKey(happened), partition, SortKeys.Of(row.NotAfter), row);

    private static void PutParcel(Rows rows, RecordedEvent happened, ParcelRow row) =>
        rows.Put(ParcelKey(happened), Parcel, SortKeys.Of(row.PostBy), row);

    private static void StartIdle(Rows rows, RecordedEvent happened, ApplicationEvent waiting) => PutIdle(
        rows, happened, new IdleRow(happened.StreamKey, waiting.Application, LapseAnnounced.EarliestAfter(waiting.At), IsAnnounced: false));

    private static void PutIdle(Rows rows, RecordedEvent happened, IdleRow row) => rows.Put(IdleKey(happened), Idle, SortKeys.Of(row.DueOn), row);

    private static void FoldSeal(Rows rows, RecordedEvent happened, SealMade made)
    {
        var ends = (rows.Get<SealsRow>(SealsKey(happened))?.Ends ?? []).RemoveAll(s => s.Seal == made.Replaces);
        PutSeals(rows, happened, new SealsRow(happened.StreamKey, ends.Add(new SealEnd(made.Seal, made.NotAfter))));
    }

    private static void PutSeals(Rows rows, RecordedEvent happened, SealsRow row)
    {
        if (row.Ends.IsEmpty)
            rows.Delete(SealsKey(happened));
        else
            rows.Put(SealsKey(happened), Seals, SortKeys.Of(row.Ends.Min(s => s.NotAfter)), row);
    }

    private static string SealsKey(RecordedEvent happened) => $"seals/{happened.StreamKey}";

    private static string InvoiceKey(RecordedEvent happened, int application) => $"invoice/{happened.StreamKey}/{application}";

    private static string IdleKey(RecordedEvent happened) => $"idle/{happened.StreamKey}";

    private static string GrantKey(RecordedEvent happened) => $"grant/{happened.StreamKey}";

    private static string ExpiryKey(RecordedEvent happened) => $"expiry/{happened.StreamKey}";

    private static string ParcelKey(RecordedEvent happened) => $"parcel/{happened.StreamKey}";
}

/// <summary>Asks the view.</summary>
public sealed class DueIndexReader(IViewStore store)
{
    /// <summary>Generations on keys whose notAfter is before the date and whose expiry is not recorded, oldest first.</summary>
    public IAsyncEnumerable<ExpiryRow> ExpiredBefore(LocalDate date, CancellationToken cancellation) =>
        EveryRow.Of<ExpiryRow>(store, DueIndexView.ViewName, DueIndexView.Expiry, SortKeys.Of(date.PlusDays(-1)), cancellation);

    /// <summary>Generations on keys whose notAfter lies between the dates, both included.</summary>
    public async Task<IReadOnlyList<ExpiryRow>> ExpiringBetween(LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Expiry, SortKeys.Of(from), SortKeys.Of(to), int.MaxValue, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ExpiryRow>)];
    }

    /// <summary>Renewals granted between the dates, both included, and not yet written to the key.</summary>
    public async Task<IReadOnlyList<GrantRow>> GrantedBetween(LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Grant, SortKeys.Of(from), SortKeys.Of(to), int.MaxValue, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<GrantRow>)];
    }

    /// <summary>Certificates with a seal whose end is before the date and not recorded.</summary>
    public IAsyncEnumerable<SealsRow> SealsEndedBefore(LocalDate date, CancellationToken cancellation) =>
        EveryRow.Of<SealsRow>(store, DueIndexView.ViewName, DueIndexView.Seals, SortKeys.Of(date.PlusDays(-1)), cancellation);

    /// <summary>Every invoice that is promised and not issued, the earliest promise first.</summary>
    public IAsyncEnumerable<InvoiceRow> EveryInvoice(CancellationToken cancellation) =>
        EveryRow.Of<InvoiceRow>(store, DueIndexView.ViewName, DueIndexView.Invoice, to: null, cancellation);

    /// <summary>Every parcel that is promised and not posted, the earliest promise first.</summary>
    public IAsyncEnumerable<ParcelRow> EveryParcel(CancellationToken cancellation) =>
        EveryRow.Of<ParcelRow>(store, DueIndexView.ViewName, DueIndexView.Parcel, to: null, cancellation);

    /// <summary>Invoices that are promised and not issued, the earliest promise first.</summary>
    public async Task<IReadOnlyList<InvoiceRow>> Invoices(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Invoice, null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<InvoiceRow>)];
    }

    /// <summary>Idle applications whose day has come, the earliest first.</summary>
    public IAsyncEnumerable<IdleRow> IdleUntil(LocalDate date, CancellationToken cancellation) =>
        EveryRow.Of<IdleRow>(store, DueIndexView.ViewName, DueIndexView.Idle, SortKeys.Of(date), cancellation);

    public async Task<RecipientRow?> Recipient(string certificate, CancellationToken cancellation) =>
        await store.Find(DueIndexView.ViewName, DueIndexView.RecipientKey(certificate), cancellation).ConfigureAwait(false) is { } row
            ? Rows.Read<RecipientRow>(row)
            : null;

    /// <summary>Parcels that are promised and not posted, the earliest promise first.</summary>
    public async Task<IReadOnlyList<ParcelRow>> Parcels(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Parcel, null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ParcelRow>)];
    }
}
