using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;

namespace ScCa.Application.Views;

/// <summary>A generation on a key and the last date it is valid; one that waits to be written stands beside it.</summary>
public sealed record ExpiryRow(string Certificate, int Generation, LocalDate NotAfter, int? WaitingGeneration, LocalDate? WaitingNotAfter);

/// <summary>A parcel and the date it is promised by.</summary>
public sealed record ParcelRow(string Certificate, int Application, LocalDate PostBy, bool IsIssued);

/// <summary>To whom a key is posted; sealed, as it stands in the event.</summary>
public sealed record RecipientRow(string Certificate, Handler Handler, SealedText? PostalAddress);

/// <summary>An application that waits for its applicant, and the day on which its lapse is to be announced or, announced, to happen (A3).</summary>
public sealed record IdleRow(string Certificate, int Application, LocalDate DueOn, bool IsAnnounced);

/// <summary>A granted renewal that is not yet written to the key (C5).</summary>
public sealed record GrantRow(string Certificate, int Application, LocalDate GrantedOn, LocalDate NotAfter);

/// <summary>What falls due, by kind and date: the nightly sweep and the dispatch queue read it (C9, D1, D5).</summary>
public sealed class DueIndexView : IView
{
    public const string ViewName = "due-index";
    public const string Expiry = "expiry";
    public const string Parcel = "parcel";
    public const string Idle = "idle";
    public const string Grant = "grant";
    private const string Expired = "expired";
    private const string Recipients = "recipients";

    public static string RecipientKey(string certificate) => $"recipient/{certificate}";

    public string Name => ViewName;

    public int Version => 3;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        CertificateAppliedFor => [RecipientKey(happened.StreamKey)],
        CertificateExpired => [ExpiryKey(happened)],
        RenewalCompleted => [ExpiryKey(happened), GrantKey(happened)],
        RenewalGranted => [GrantKey(happened), IdleKey(happened)],
        GenerationIssued => [ExpiryKey(happened), ParcelKey(happened), IdleKey(happened)],
        ApplicationApproved or ApplicationReturned or LapseAnnounced or ApplicationResubmitted or TransferCounted
            or ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed => [IdleKey(happened)],
        ParcelPromised => [ParcelKey(happened)],
        KeyPosted => [ParcelKey(happened), RecipientKey(happened.StreamKey)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case CertificateAppliedFor e:
                rows.Put(RecipientKey(happened.StreamKey), Recipients, happened.StreamKey, new RecipientRow(happened.StreamKey, e.Handler, e.PostalAddress));
                break;
            case GenerationIssued e:
                Issued(rows, happened, e);
                break;
            case RenewalCompleted e when rows.Get<ExpiryRow>(ExpiryKey(happened)) is { WaitingNotAfter: { } notAfter } row:
                PutExpiry(rows, happened, Expiry, row with { Generation = e.Generation, NotAfter = notAfter, WaitingGeneration = null, WaitingNotAfter = null });
                rows.Delete(GrantKey(happened));
                break;
            case RenewalGranted e:
                rows.Delete(IdleKey(happened));
                var granted = Shanghai.DateOf(e.At);
                rows.Put(GrantKey(happened), Grant, SortKeys.Of(granted), new GrantRow(happened.StreamKey, e.Application, granted, e.NotAfter));
                break;
            case ApplicationApproved or ApplicationReturned:
                var waiting = (ApplicationEvent)happened.Body;
                PutIdle(rows, happened, new IdleRow(happened.StreamKey, waiting.Application, LapseAnnounced.EarliestAfter(waiting.At), IsAnnounced: false));
                break;
            case LapseAnnounced e:
                PutIdle(rows, happened, new IdleRow(happened.StreamKey, e.Application, e.LapsesOn, IsAnnounced: true));
                break;
            // Back with the authority, paid for in part, or over: nothing of it lapses.
            case ApplicationResubmitted or TransferCounted or ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed:
                rows.Delete(IdleKey(happened));
                break;
            case CertificateExpired when rows.Get<ExpiryRow>(ExpiryKey(happened)) is { } row:
                PutExpiry(rows, happened, Expired, row);
                break;
            case ParcelPromised e:
                PutParcel(rows, happened, new ParcelRow(happened.StreamKey, e.Application, e.By.Date, IsIssued: false));
                break;
            case KeyPosted:
                rows.Delete(ParcelKey(happened));
                rows.Delete(RecipientKey(happened.StreamKey));
                break;
        }
    }

    private static void Issued(Rows rows, RecordedEvent happened, GenerationIssued e)
    {
        rows.Delete(IdleKey(happened));
        var notAfter = Shanghai.DateOf(e.Validity.NotAfter);
        var expiry = rows.Get<ExpiryRow>(ExpiryKey(happened));
        PutExpiry(
            rows,
            happened,
            Expiry,
            expiry is null
                ? new ExpiryRow(happened.StreamKey, e.Generation, notAfter, null, null)
                : expiry with { WaitingGeneration = e.Generation, WaitingNotAfter = notAfter });
        if (rows.Get<ParcelRow>(ParcelKey(happened)) is { } parcel)
            PutParcel(rows, happened, parcel with { IsIssued = true });
    }

    private static void PutExpiry(Rows rows, RecordedEvent happened, string partition, ExpiryRow row) =>
        rows.Put(ExpiryKey(happened), partition, SortKeys.Of(row.NotAfter), row);

    private static void PutParcel(Rows rows, RecordedEvent happened, ParcelRow row) =>
        rows.Put(ParcelKey(happened), Parcel, SortKeys.Of(row.PostBy), row);

    private static void PutIdle(Rows rows, RecordedEvent happened, IdleRow row) => rows.Put(IdleKey(happened), Idle, SortKeys.Of(row.DueOn), row);

    private static string IdleKey(RecordedEvent happened) => $"idle/{happened.StreamKey}";

    private static string GrantKey(RecordedEvent happened) => $"grant/{happened.StreamKey}";

    private static string ExpiryKey(RecordedEvent happened) => $"expiry/{happened.StreamKey}";

    private static string ParcelKey(RecordedEvent happened) => $"parcel/{happened.StreamKey}";
}

/// <summary>Asks the view.</summary>
public sealed class DueIndexReader(IViewStore store)
{
    /// <summary>Generations on keys whose notAfter is before the date and whose expiry is not recorded, oldest first.</summary>
    public async Task<IReadOnlyList<ExpiryRow>> ExpiredBefore(LocalDate date, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Expiry, null, SortKeys.Of(date.PlusDays(-1)), max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ExpiryRow>)];
    }

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

    /// <summary>Idle applications whose day has come, the earliest first.</summary>
    public async Task<IReadOnlyList<IdleRow>> IdleUntil(LocalDate date, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(DueIndexView.ViewName, DueIndexView.Idle, null, SortKeys.Of(date), max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<IdleRow>)];
    }

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
