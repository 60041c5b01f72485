using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Views;

/// <summary>An application that a transfer can verify or pay.</summary>
public sealed record AwaitingRow(string Certificate, int Application, string HolderName, string Missing, bool IsVerified, bool IsApproved, Instant Since);

/// <summary>A transfer that belongs to nobody yet.</summary>
public sealed record UnmatchedRow(string Reference, string PayerName, string Amount, Instant ReceivedAt, string? LastRefusal);

/// <summary>The two sides of matching, each by normalised account name (P1, P3): applications that await a transfer, transfers that found none.</summary>
public sealed class TransferMatchView : IView
{
    public const string ViewName = "transfer-match";
    public const string AllUnmatched = "unmatched";
    private const string Idle = "idle";

    public string Name => ViewName;

    public int Version => 1;

    public static string AwaitingPartition(string name) => $"awaiting/{CertificateName.Normalise(name)}";

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
                rows.Put(HolderKey(happened), "holders", "", new HolderName(e.Holder.CertificateName.Value));
                Put(rows, happened, new AwaitingRow(happened.StreamKey, e.Application, e.Holder.CertificateName.Value, e.Charge.Total.Value, false, false, e.At));
                break;
            case RenewalApplied e:
                var holder = rows.Get<HolderName>(HolderKey(happened))!;
                Put(rows, happened, new AwaitingRow(happened.StreamKey, e.Application, holder.Name, e.Charge.Total.Value, false, false, e.At));
                break;
            case ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or GenerationIssued or RenewalGranted:
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
        IdentityVerified => row with { IsVerified = true },
        TransferCounted e => row with { Missing = e.Missing.Value },
        _ => row,
    };

    private static void Put(Rows rows, RecordedEvent happened, AwaitingRow row)
    {
        var awaits = row.IsApproved && (!row.IsVerified || Money.Parse(row.Missing) > Money.Zero);
        rows.Put(AwaitingKey(happened, row.Application), awaits ? AwaitingPartition(row.HolderName) : Idle, SortKeys.Of(row.Since), row);
    }

    private static void FoldTransfer(Rows rows, TransferEvent happened)
    {
        var key = UnmatchedKey(happened.Reference);
        var row = rows.Get<UnmatchedRow>(key);
        switch (happened)
        {
            case TransferReceived e:
                rows.Put(key, AllUnmatched, SortKeys.Of(e.At), new UnmatchedRow(e.Reference.Value, e.PayerName, e.Amount.Value, e.At, null));
                break;
            case TransferClaimed when row is not null:
                rows.Put(key, Idle, SortKeys.Of(row.ReceivedAt), row);
                break;
            case TransferReleased e when row is not null:
                rows.Put(key, AllUnmatched, SortKeys.Of(row.ReceivedAt), row with { LastRefusal = e.Reason });
                break;
            case TransferConfirmed:
                rows.Delete(key);
                break;
        }
    }

    private static string UnmatchedKey(BankReference reference) => $"transfer/{reference.Value}";

    private static string AwaitingKey(RecordedEvent happened, int application) => $"application/{happened.StreamKey}/{application}";

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record HolderName(string Name);
}

/// <summary>Asks the view.</summary>
public sealed class TransferMatchReader(IViewStore store)
{
    private const int QueueMax = 1000;

    public async Task<IReadOnlyList<AwaitingRow>> Awaiting(string accountName, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(TransferMatchView.ViewName, TransferMatchView.AwaitingPartition(accountName), null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<AwaitingRow>)];
    }

    /// <summary>Transfers that belong to nobody yet, oldest first.</summary>
    public async Task<IReadOnlyList<UnmatchedRow>> Unmatched(CancellationToken cancellation)
    {
        var rows = await store.Query(TransferMatchView.ViewName, TransferMatchView.AllUnmatched, null, null, QueueMax, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<UnmatchedRow>)];
    }
}
