using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Domain.Units;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What holds in every world once its worker has come to rest: the streams say the same of what they share, and the partners say it too.</summary>
internal sealed class Agreement(Process process)
{
    private ImmutableArray<RecordedEvent> events = [];

    public async Task Holds()
    {
        events = [.. (await process.World.Stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None)).Select(EventCodec.Decode)];
        await EveryTransferIsCountedOnce();
        await MoneyIsWhereTheTransfersSay();
        await EveryMessageIsSentUnderItsKey();
        await EverySignatureIsKnown();
        await EverySealIsSignedAsItsCertificateSays();
        await EveryParcelIsInOnePlace();
        await UnitsAreCalledAsTheirKeysSay();
        await WhoIsErasedIsErasedEverywhere();
    }

    private async Task EveryTransferIsCountedOnce()
    {
        var counted = Of<TransferCounted>().ToLookup(e => e.Body.Reference.Value);
        foreach (var reference in Keys("transfer"))
        {
            switch (await process.State<Transfer>(reference))
            {
                case ClaimedTransfer claimed:
                    throw new TestFailedException($"{reference} is claimed for {claimed.Certificate} and neither confirmed nor released.");
                case ConfirmedTransfer t when counted[reference].ToList() is not [var once] || once.Key != t.Certificate.Value || once.Body.Application != t.Application:
                    throw new TestFailedException($"{reference} is confirmed for {t.Certificate} and counted {counted[reference].Count()} times.");
                case UnmatchedTransfer when counted[reference].Any():
                    throw new TestFailedException($"{reference} is counted and free.");
            }
        }
    }

    private async Task MoneyIsWhereTheTransfersSay()
    {
        foreach (var (reference, _, fen, _) in process.World.Bank.Lines)
            Same(Money.FromFen(fen), (await process.State<Transfer>(reference) as ReceivedTransfer)?.Amount, $"amount of {reference}");
        foreach (var order in process.World.Till.Refunds.GroupBy(r => r.OrderNumber))
        {
            var paidBack = order.Where(r => r.Status == WeChatRefundStatus.Succeeded).Sum(r => r.RefundFen);
            Same(Money.FromFen(paidBack), (await process.State<Transfer>($"wechat:{order.Key}") as ReceivedTransfer)?.Refunded, $"refunds of {order.Key}");
        }

        foreach (var certificate in Keys("certificate"))
        {
            var received = (await process.Certificate(certificate)).Open?.Payments ?? [];
            foreach (var payment in received)
                Same(payment.Amount, (await process.State<Transfer>(payment.Reference.Value) as ConfirmedTransfer)?.Amount, $"payment {payment.Reference} of {certificate}");
        }
    }

    private async Task EveryMessageIsSentUnderItsKey()
    {
        var sent = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var message in Keys("message"))
        {
            switch (await process.State<Message>(message))
            {
                case SentMessage:
                    sent.Add(message);
                    break;
                case WaitingMessage { Attempts: 0 }:
                    throw new TestFailedException($"{message} was never tried.");
            }
        }

        Same(string.Join(' ', sent), string.Join(' ', process.World.Sms.Sent.Keys), "messages that were sent");
    }

    private async Task EverySignatureIsKnown()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var certificate in Keys("certificate"))
        {
            if (await process.Certificate(certificate) is not KnownCertificate state)
                continue;
            if (state.Intent is { } open)
                throw new TestFailedException($"{certificate} still intends to sign {open.Serial}.");
            known.UnionWith(state.BurnedSerials.Select(s => s.Value));
            if (state is HeldCertificate held)
                known.UnionWith(held.Generations.SelectMany(g => g.Serials).Select(s => s.Value));
        }

        if (process.World.Authority.Signed.FirstOrDefault(s => !known.Contains(s.Value)) is { } unknown)
            throw new TestFailedException($"{unknown} was signed, and no history knows of it.");
    }

    private async Task EverySealIsSignedAsItsCertificateSays()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Keys("seal"))
        {
            known.UnionWith(await process.State<SealFile>(key) switch
            {
                UnsignedSeal { Intent: { } intent } => throw new TestFailedException($"{key} still intends to sign {intent.Seal}."),
                UnsignedSeal unsigned => unsigned.BurnedIds.Select(id => id.Value),
                SignedSeal seal => [seal.Seal.Value, .. seal.BurnedIds.Select(id => id.Value)],
                var other => throw new TestFailedException($"{key} is {other}."),
            });
        }

        if (process.World.Seals.Signed.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            throw new TestFailedException($"{unknown} was signed, and no history knows of it.");
        foreach (var certificate in Keys("certificate"))
        {
            foreach (var seal in await process.Certificate(certificate) is IssuedCertificate issued ? issued.StandingSeals : [])
            {
                if (await process.State<SealFile>(SealFileId.Of(new CertificateId(certificate), seal.Number).Value) is not SignedSeal)
                    throw new TestFailedException($"Seal {seal.Number} of {certificate} stands and is not signed.");
            }
        }
    }

    private async Task EveryParcelIsInOnePlace()
    {
        var places = new Dictionary<(string, int), string>();
        foreach (var date in Keys("batch"))
        {
            foreach (var parcel in (await process.State<DispatchBatch>(date)).Parcels)
            {
                if (!places.TryAdd((parcel.Certificate.Value, parcel.Application), date))
                    throw new TestFailedException($"{parcel} is in the batches of {places[(parcel.Certificate.Value, parcel.Application)]} and {date}.");
                var isWaiting = await process.Certificate(parcel.Certificate.Value) is KnownCertificate { Parcel: { } waiting } && waiting.Application == parcel.Application;
                if (parcel.IsPosted == isWaiting)
                    throw new TestFailedException($"{parcel} of {date}: its certificate says otherwise.");
            }
        }
    }

    // What a Change has put on a key last; the unit's own first name otherwise.
    private async Task UnitsAreCalledAsTheirKeysSay()
    {
        foreach (var code in Keys("unit"))
        {
            if (await process.State<Unit>(code) is not RegisteredUnit unit)
                continue;
            var named = Of<UpdateCompleted>()
                .Select(done => Of<UpdateGranted>().LastOrDefault(
                    g => g.Key == done.Key && g.Body.Application == done.Body.Application && g.Body.Operation == Operation.Change).Body?.Holder as UnitHolder)
                .LastOrDefault(holder => holder?.Self.CreditCode.Value == code);
            if (named is not null)
                Same(named.Self.Name, unit.Name, $"name of {code}");
        }
    }

    private async Task WhoIsErasedIsErasedEverywhere()
    {
        foreach (var subject in Keys("subject"))
        {
            if (await process.State<Subject>(subject) is not ErasedSubject)
                continue;
            if (await process.World.Stores.SubjectKeys.Find(subject, CancellationToken.None) is not null)
                throw new TestFailedException($"{subject} is erased and has a key.");
            if (!process.World.Words.Forgotten.Any(f => f.StartsWith($"{subject}:", StringComparison.Ordinal)))
                throw new TestFailedException($"{subject} is erased and not forgotten.");
            foreach (var linked in Of<ErasureOrdered>().Where(o => o.Key == subject).SelectMany(o => o.Body.Linked))
            {
                if (await process.State<Subject>(linked.Value) is not ErasedSubject)
                    throw new TestFailedException($"{subject} is erased, and {linked}, who is the same person, is not.");
            }
        }
    }

    private IEnumerable<(string Key, T Body)> Of<T>() where T : class => events.Where(e => e.Body is T).Select(e => (e.StreamKey, (T)e.Body));

    private IEnumerable<string> Keys(string category) =>
        events.Where(e => e.Stored.Stream.StartsWith($"{category}-", StringComparison.Ordinal)).Select(e => e.StreamKey).Distinct();

    private static void Same<T>(T expected, T? came, string what)
    {
        if (!Equals(expected, came))
            throw new TestFailedException($"The {what}: {expected} is right, {came} is said.");
    }
}
