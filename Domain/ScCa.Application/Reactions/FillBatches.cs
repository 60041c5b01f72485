using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Reactions;

/// <summary>
/// Puts each promised parcel into the batch of its day, and moves it when it is promised anew (D1, D2). The new batch takes it before the old one lets go:
/// after a crash in between it is in both and not in none, and the repeat lets go. Where the old one has posted it, the new one lets go instead.
/// </summary>
public sealed class FillBatches(ICommands commands, CommandExecutor executor, PolicyBook policies, IClock clock) : IReaction
{
    public string Name => "fill-batches";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        ParcelPromised e => Place(happened, e, cancellation),
        KeyPosted e => Settle(happened, e, cancellation),
        // What has ended, whatever ended it, is not posted.
        ApplicationWithdrawn or ApplicationSuperseded or ApplicationOvertaken or CertificateRevoked => TakeOut(happened, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task Place(RecordedEvent happened, ParcelPromised promised, CancellationToken cancellation)
    {
        // Only the latest promise counts: an older one that is repeated must not bring the parcel back.
        var promises = await Promises(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false);
        if (promises[^1].Stored.Revision != happened.Stored.Revision || !await IsWaiting(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false))
            return;
        var home = await Claim(happened, promised, cancellation).ConfigureAwait(false);
        foreach (var (date, batch) in await Holding(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false))
        {
            if (date == home)
                continue;
            var isPosted = batch.Find(Id(happened), promised.Application)!.IsPosted;
            await Remove(happened, isPosted ? home : date, promised.Application, cancellation).ConfigureAwait(false);
        }
    }

    // A closed batch never opens again, so a repeat comes to the same one, or finds its own command there.
    private async Task<LocalDate> Claim(RecordedEvent happened, ParcelPromised promised, CancellationToken cancellation)
    {
        for (var date = promised.By.Date; ; date = NextPostingDay(date))
        {
            var add = new AddParcel(this.CommandFor(happened), date, Id(happened), promised.Application, clock.GetCurrentInstant());
            var answer = await commands.Execute(add, Context(happened), cancellation).ConfigureAwait(false);
            if (answer is not Answer<DispatchBatch>.Refused { Refusal.Code: nameof(Refuse.BatchIsClosed) })
                return date;
        }
    }

    /// <summary>A key that was posted leaves an open batch; a closed one keeps it, as posted.</summary>
    private async Task Settle(RecordedEvent happened, KeyPosted posted, CancellationToken cancellation)
    {
        foreach (var (date, batch) in await Holding(happened.StreamKey, posted.Application, cancellation).ConfigureAwait(false))
        {
            if (batch.Find(Id(happened), posted.Application)!.IsPosted)
                continue;
            var record = new PostParcel(
                this.CommandFor(happened), date, Id(happened), posted.Application, posted.TrackingNumber, posted.By, clock.GetCurrentInstant());
            if (batch is not ClosedBatch || await commands.Execute(record, Context(happened), cancellation).ConfigureAwait(false) is Answer<DispatchBatch>.Refused)
                await Remove(happened, date, posted.Application, cancellation).ConfigureAwait(false);
        }
    }

    private async Task TakeOut(RecordedEvent happened, CancellationToken cancellation)
    {
        var promised = (await executor.Events<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false)).Select(e => e.Body).OfType<ParcelPromised>();
        foreach (var application in promised.Select(p => p.Application).Distinct())
        {
            if (await IsWaiting(happened.StreamKey, application, cancellation).ConfigureAwait(false))
                continue;
            foreach (var (date, _) in await Holding(happened.StreamKey, application, cancellation).ConfigureAwait(false))
                await Remove(happened, date, application, cancellation).ConfigureAwait(false);
        }
    }

    private Task<Answer<DispatchBatch>> Remove(RecordedEvent happened, LocalDate date, int application, CancellationToken cancellation) => commands.Execute(
        // In one batch the same event may both put in and take out.
        new RemoveParcel(new CommandId($"{this.CommandFor(happened)}:out"), date, Id(happened), application, clock.GetCurrentInstant()), Context(happened), cancellation);

    /// <summary>Every batch that the parcel is in. It is in that of a promised date, or, where that one was closed, in one of the posting days behind it.</summary>
    private async Task<ImmutableArray<(LocalDate Date, DispatchBatch Batch)>> Holding(string certificate, int application, CancellationToken cancellation)
    {
        var id = new CertificateId(certificate);
        var found = new SortedDictionary<LocalDate, DispatchBatch>();
        var promises = await Promises(certificate, application, cancellation).ConfigureAwait(false);
        foreach (var promised in promises.Select(e => ((ParcelPromised)e.Body).By.Date).Distinct())
        {
            for (var date = promised; ; date = NextPostingDay(date))
            {
                var batch = await executor.State<DispatchBatch>(DispatchBatch.KeyOf(date), cancellation).ConfigureAwait(false);
                if (batch.Find(id, application) is not null)
                    found[date] = batch;
                if (batch is not ClosedBatch)
                    break;
            }
        }

        return [.. found.Select(f => (f.Key, f.Value))];
    }

    private async Task<ImmutableArray<RecordedEvent>> Promises(string certificate, int application, CancellationToken cancellation) =>
    [
        .. (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Where(e => e.Body is ParcelPromised promised && promised.Application == application),
    ];

    private async Task<bool> IsWaiting(string certificate, int application, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is KnownCertificate { Parcel: { } parcel } && parcel.Application == application;

    private LocalDate NextPostingDay(LocalDate date) => policies.Calendar.WorkingDaysAfter(date, 1).Date;

    private static CertificateId Id(RecordedEvent happened) => new(happened.StreamKey);

    private CommandContext Context(RecordedEvent happened) => CommandContext.System(Name) with { Causation = happened.Address };
}
