using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>An application that a transfer can verify or pay.</summary>
public sealed record AwaitingRow(string Certificate, int Application, NameIndex Payer, string Missing, bool IsVerified, bool IsApproved, Instant Since);

/// <summary>A transfer that belongs to nobody yet.</summary>
public sealed record UnmatchedRow(string Reference, PaymentMeans Means, Payer Payer, ShownName Name, string Amount, Instant ReceivedAt, string? LastRefusal)
{
    public string PayerName => Name.Text;
}

/// <summary>The two sides of matching, each by the index of the account's name (P1, P3): applications that await a transfer, transfers that found none.</summary>
public sealed class TransferMatchView : IView
{
    public const string ViewName = "transfer-match";
    public const string AllUnmatched = "unmatched";
    private const string Idle = "idle";

    public string Name => ViewName;

    public int Version => 2;

    public static string AwaitingPartition(NameIndex payer) => $"awaiting/{payer?.Value}";

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        TransferEvent e => [UnmatchedKey(e.Reference)],
        ApplicationEvent e => [HolderKey(happened), AwaitingKey(happened, e.Application)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case TransferEvent e:
                FoldTransfer(rows, e);
                break;
            case CertificateAppliedFor e:
                rows.Put(HolderKey(happened), "holders", "", new PayerFacts(e.Holder.Payer));
                Put(rows, happened, Started(happened, e, e.Holder.Payer));
                break;
            case OperationApplied e:
                Put(rows, happened, Started(happened, e, rows.Get<PayerFacts>(HolderKey(happened))!.Payer));
                break;
            // Changed, the certificate carries another name, and so must the payer from then on.
            case UpdateGranted e:
                rows.Put(HolderKey(happened), "holders", "", new PayerFacts(e.Holder.Payer));
                rows.Delete(AwaitingKey(happened, e.Application));
                break;
            case ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or GenerationIssued
                or UnlockGranted or SealsFulfilled or EContractEnabled:
                rows.Delete(AwaitingKey(happened, ((ApplicationEvent)happened.Body).Application));
                break;
            case ApplicationEvent e when rows.Get<AwaitingRow>(AwaitingKey(happened, e.Application)) is { } row:
                Put(rows, happened, Next(row, e));
                break;
        }
    }

    private static AwaitingRow Next(AwaitingRow row, ApplicationEvent happened) => happened switch
    {
        ApplicationApproved e => row with { IsApproved = true, Missing = e.AmountDue.Value },
        IdentityVerified { Method: Verification.CorporateTransfer } => row with { IsVerified = true },
        TransferCounted e => row with { Missing = e.Missing.Value },
        _ => row,
    };

    private static AwaitingRow Started(RecordedEvent happened, OperationApplied applied, NameIndex payer) => new(
        happened.StreamKey, applied.Application, payer, applied.Under.Charge.Total.Value, !applied.Under.Verification.Contains(Verification.CorporateTransfer),
        !applied.Under.Reviewed, applied.At);

    private static void Put(Rows rows, RecordedEvent happened, AwaitingRow row)
    {
        var awaits = row.IsApproved && (!row.IsVerified || Money.Parse(row.Missing) > Money.Zero);
        rows.Put(AwaitingKey(happened, row.Application), awaits ? AwaitingPartition(row.Payer) : Idle, SortKeys.Of(row.Since), row);
    }

    private static void FoldTransfer(Rows rows, TransferEvent happened)
    {
        var key = UnmatchedKey(happened.Reference);
        var row = rows.Get<UnmatchedRow>(key);
        switch (happened)
        {
            case TransferReceived e:
                rows.Put(key, AllUnmatched, SortKeys.Of(e.At), new UnmatchedRow(e.Reference.Value, e.Means, e.Payer, ShownName.Of(e.Payer), e.Amount.Value, e.At, null));
                break;
            case TransferClaimed when row is not null:
                rows.Put(key, Idle, SortKeys.Of(row.ReceivedAt), row);
                break;
            case TransferReleased e when row is not null:
                rows.Put(key, AllUnmatched, SortKeys.Of(row.ReceivedAt), row with { LastRefusal = e.Reason });
                break;
            // Asked back, it is no longer anybody's to match; if that fails, it is again.
            case RefundRequested when row is not null:
                rows.Put(key, Idle, SortKeys.Of(row.ReceivedAt), row);
                break;
            case RefundFailed e when row is not null:
                rows.Put(key, AllUnmatched, SortKeys.Of(row.ReceivedAt), row with { LastRefusal = e.Reason });
                break;
            case TransferConfirmed or TransferRefunded:
                rows.Delete(key);
                break;
        }
    }

    private static string UnmatchedKey(BankReference reference) => $"transfer/{reference.Value}";

    private static string AwaitingKey(RecordedEvent happened, int application) => $"application/{happened.StreamKey}/{application}";

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record PayerFacts(NameIndex Payer);
}

/// <summary>Asks the view.</summary>
public sealed class TransferMatchReader(IViewStore store, ShownNames names)
{
    private const int QueueMax = 1000;

    public async Task<IReadOnlyList<AwaitingRow>> Awaiting(NameIndex payer, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(TransferMatchView.ViewName, TransferMatchView.AwaitingPartition(payer), null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<AwaitingRow>)];
    }

    /// <summary>Transfers that belong to nobody yet, oldest first.</summary>
    public async Task<IReadOnlyList<UnmatchedRow>> Unmatched(CancellationToken cancellation)
    {
        var rows = await store.Query(TransferMatchView.ViewName, TransferMatchView.AllUnmatched, null, null, QueueMax, cancellation).ConfigureAwait(false);
        return await names.Open(rows.Select(Rows.Read<UnmatchedRow>), r => r.Name, (r, n) => r with { Name = n }, cancellation).ConfigureAwait(false);
    }
}
