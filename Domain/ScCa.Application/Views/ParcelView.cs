using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Views;

/// <summary>A parcel that came back, or that somebody else than the handler has signed for.</summary>
public sealed record ParcelInCareRow(string Certificate, int Application, string TrackingNumber, ParcelStanding Standing, Instant Since)
{
    public string StandingName => Standing.ToString();
}

/// <summary>Whose key a tracking number belongs to; two, where a number was typed in twice.</summary>
public sealed record TrackedRow(string TrackingNumber, ImmutableArray<string> Certificates);

/// <summary>Labelled and posted parcels: certificates by tracking number, and what the dispatch desk has to see to (D1).</summary>
public sealed class ParcelView : IView
{
    public const string ViewName = "parcels";
    public const string InCare = "in-care";
    private const string Numbers = "numbers";
    private const string Elsewhere = "elsewhere";

    public string Name => ViewName;

    public int Version => 1;

    public static string NumberKey(string trackingNumber) => $"number/{trackingNumber}";

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        ParcelLabelled e => [NumberKey(e.TrackingNumber)],
        KeyPosted e => [NumberKey(e.TrackingNumber), SentKey(happened)],
        ParcelResent e => [NumberKey(e.TrackingNumber), SentKey(happened)],
        ParcelDelivered or ParcelReturned or ParcelHandedOver or CertificateRevoked => [SentKey(happened)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case ParcelLabelled e:
                PutNumber(rows, happened, e.TrackingNumber);
                break;
            case KeyPosted e:
                PutNumber(rows, happened, e.TrackingNumber);
                Put(rows, happened, new ParcelInCareRow(happened.StreamKey, e.Application, e.TrackingNumber, ParcelStanding.OnItsWay, e.At));
                break;
            case ParcelResent e:
                PutNumber(rows, happened, e.TrackingNumber);
                Put(rows, happened, new ParcelInCareRow(happened.StreamKey, e.Application, e.TrackingNumber, ParcelStanding.OnItsWay, e.At));
                break;
            case ParcelDelivered e:
                var signed = e.ToHandler ? ParcelStanding.SignedByHandler : ParcelStanding.SignedByAnother;
                Put(rows, happened, new ParcelInCareRow(happened.StreamKey, e.Application, e.TrackingNumber, signed, e.At));
                break;
            case ParcelReturned e:
                Put(rows, happened, new ParcelInCareRow(happened.StreamKey, e.Application, e.TrackingNumber, ParcelStanding.Returned, e.At));
                break;
            case ParcelHandedOver e:
                Put(rows, happened, Others(rows, happened, e.Application));
                break;
            // A revoked certificate has nothing to be sent any more.
            case CertificateRevoked:
                rows.Delete(SentKey(happened));
                break;
        }
    }

    private static void Put(Rows rows, RecordedEvent happened, ParcelInCareRow parcel) => Put(rows, happened, Others(rows, happened, parcel.Application).Add(parcel));

    // A certificate may have two: of its New, and of a Reissue.
    private static void Put(Rows rows, RecordedEvent happened, ImmutableArray<ParcelInCareRow> parcels)
    {
        var inCare = parcels.Where(p => p.Standing is ParcelStanding.Returned or ParcelStanding.SignedByAnother).Select(p => p.Since).Order().ToList();
        rows.Put(SentKey(happened), inCare is [var since, ..] ? InCare : Elsewhere, inCare is [var first, ..] ? SortKeys.Of(first) : "", new SentRow(parcels));
    }

    private static ImmutableArray<ParcelInCareRow> Others(Rows rows, RecordedEvent happened, int application) =>
        (rows.Get<SentRow>(SentKey(happened))?.Parcels ?? []).RemoveAll(p => p.Application == application);

    private static void PutNumber(Rows rows, RecordedEvent happened, string trackingNumber)
    {
        var row = rows.Get<TrackedRow>(NumberKey(trackingNumber)) ?? new TrackedRow(trackingNumber, []);
        if (!row.Certificates.Contains(happened.StreamKey))
            rows.Put(NumberKey(trackingNumber), Numbers, trackingNumber, row with { Certificates = row.Certificates.Add(happened.StreamKey) });
    }

    private static string SentKey(RecordedEvent happened) => $"sent/{happened.StreamKey}";

    internal sealed record SentRow(ImmutableArray<ParcelInCareRow> Parcels);
}

/// <summary>Asks the view.</summary>
public sealed class ParcelReader(IViewStore store)
{
    /// <summary>The certificates whose parcel goes under this number.</summary>
    public async Task<IReadOnlyList<string>> CertificatesOf(string trackingNumber, CancellationToken cancellation) =>
        await store.Find(ParcelView.ViewName, ParcelView.NumberKey(trackingNumber), cancellation).ConfigureAwait(false) is { } found
            ? Rows.Read<TrackedRow>(found).Certificates
            : [];

    /// <summary>What came back or was signed for by another, the longest waiting first.</summary>
    public async Task<IReadOnlyList<ParcelInCareRow>> InCare(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(ParcelView.ViewName, ParcelView.InCare, null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.SelectMany(r => Rows.Read<ParcelView.SentRow>(r).Parcels).Where(p => p.Standing is ParcelStanding.Returned or ParcelStanding.SignedByAnother)];
    }
}
