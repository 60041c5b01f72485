using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Parcels;

/// <summary>A posting day and its batch.</summary>
public sealed record BatchPlace(LocalDate Date, DispatchBatch Batch);

/// <summary>
/// In which batches a parcel may be, read from the streams themselves (D1): that of its promised day; where that one is closed, those of the posting days
/// behind it up to the first that is open; and those of the posting days since it was promised, into which staff may put it to send it sooner.
/// </summary>
public sealed class BatchPlaces(CommandExecutor executor, PolicyBook policies)
{
    /// <summary>Every promise of the parcel, the latest last.</summary>
    public async Task<ImmutableArray<RecordedEvent>> Promises(string certificate, int application, CancellationToken cancellation) =>
    [
        .. (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Where(e => e.Body is ParcelPromised promised && promised.Application == application),
    ];

    /// <summary>Whether the parcel is promised and neither posted nor given up.</summary>
    public async Task<bool> IsWaiting(string certificate, int application, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is KnownCertificate { Parcel: { } parcel } && parcel.Application == application;

    /// <summary>Where the latest promise lets the parcel be, the earliest day first; the last one is open.</summary>
    public async Task<ImmutableArray<BatchPlace>> Open(string certificate, int application, CancellationToken cancellation) =>
        await Promises(certificate, application, cancellation).ConfigureAwait(false) is [.., var latest]
            ? await Of((ParcelPromised)latest.Body, cancellation).ConfigureAwait(false)
            : [];

    /// <summary>Every batch that the parcel is in, under whichever promise it came there.</summary>
    public async Task<ImmutableArray<BatchPlace>> Holding(string certificate, int application, CancellationToken cancellation)
    {
        var id = new CertificateId(certificate);
        var found = new SortedDictionary<LocalDate, BatchPlace>();
        foreach (var promised in await Promises(certificate, application, cancellation).ConfigureAwait(false))
        {
            foreach (var place in await Of((ParcelPromised)promised.Body, cancellation).ConfigureAwait(false))
            {
                if (place.Batch.Find(id, application) is not null)
                    found[place.Date] = place;
            }
        }

        return [.. found.Values];
    }

    public LocalDate NextPostingDay(LocalDate date) => policies.Calendar.WorkingDaysAfter(date, 1).Date;

    private async Task<ImmutableArray<BatchPlace>> Of(ParcelPromised promised, CancellationToken cancellation)
    {
        var places = ImmutableArray.CreateBuilder<BatchPlace>();
        for (var date = Shanghai.DateOf(promised.At); date < promised.By.Date; date = NextPostingDay(date))
            places.Add(await Place(date, cancellation).ConfigureAwait(false));
        for (var date = promised.By.Date; ; date = NextPostingDay(date))
        {
            var place = await Place(date, cancellation).ConfigureAwait(false);
            places.Add(place);
            if (place.Batch is not ClosedBatch)
                return places.ToImmutable();
        }
    }

    private async Task<BatchPlace> Place(LocalDate date, CancellationToken cancellation) =>
        new(date, await executor.State<DispatchBatch>(DispatchBatch.KeyOf(date), cancellation).ConfigureAwait(false));
}
