using ScCa.Application.Views;

namespace ScCa.Application.BackOffice;

/// <summary>Refunds that finance has to pay out and record, for whoever sees unmatched transfers (P1, P2).</summary>
public sealed class RefundQueue(StaffGate gate, RefundsReader refunds)
{
    private const int QueueMax = 200;

    public async Task<Outcome<IReadOnlyList<RefundRow>>> Waiting(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(FinanceDesk.Unmatched), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await refunds.Waiting(QueueMax, cancellation).ConfigureAwait(false));
}
