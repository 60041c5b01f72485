using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Parcels;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Reactions;

/// <summary>
/// Puts each promised parcel into the batch of its day, and moves it when it is promised anew (D1, D2). The new batch takes it before the old one lets go:
/// after a crash in between it is in both and not in none, and the repeat lets go. Where the old one has posted it, the new one lets go instead.
/// </summary>
public sealed class FillBatches(ICommands commands, CommandExecutor executor, BatchPlaces places, IClock clock) : IReaction
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
        var promises = await places.Promises(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false);
        if (promises[^1].Stored.Revision != happened.Stored.Revision || !await places.IsWaiting(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false))
            return;
        var home = await Claim(happened, promised, cancellation).ConfigureAwait(false);
        var holding = await places.Holding(happened.StreamKey, promised.Application, cancellation).ConfigureAwait(false);
        // A repeat: staff have taken it out since, and where it is now is where they have put it.
        if (holding.All(place => place.Date != home))
            return;
        foreach (var (date, batch) in holding)
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
        for (var date = promised.By.Date; ; date = places.NextPostingDay(date))
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
        foreach (var (date, batch) in await places.Holding(happened.StreamKey, posted.Application, cancellation).ConfigureAwait(false))
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
        var history = (await executor.Events<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false)).Select(e => e.Body).ToList();
        // What was posted has left its batches, or stays in them as posted: a batch holds all of a day's parcels, and is not read for nothing.
        var posted = history.OfType<KeyPosted>().Select(p => p.Application).ToHashSet();
        foreach (var application in history.OfType<ParcelPromised>().Select(p => p.Application).Distinct().Where(a => !posted.Contains(a)))
        {
            if (await places.IsWaiting(happened.StreamKey, application, cancellation).ConfigureAwait(false))
                continue;
            foreach (var (date, _) in await places.Holding(happened.StreamKey, application, cancellation).ConfigureAwait(false))
                await Remove(happened, date, application, cancellation).ConfigureAwait(false);
        }
    }

    private Task<Answer<DispatchBatch>> Remove(RecordedEvent happened, LocalDate date, int application, CancellationToken cancellation) => commands.Execute(
        // In one batch the same event may both put in and take out.
        new RemoveParcel(new CommandId($"{this.CommandFor(happened)}:out"), date, Id(happened), application, clock.GetCurrentInstant()), Context(happened), cancellation);

    private static CertificateId Id(RecordedEvent happened) => new(happened.StreamKey);

    private CommandContext Context(RecordedEvent happened) => CommandContext.System(Name) with { Causation = happened.Address };
}
