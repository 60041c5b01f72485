using ScCa.Application.Views;

namespace ScCa.Application.BackOffice;

/// <summary>Transfers that matched nothing, with the reason where there is one (P1, P3).</summary>
public sealed class FinanceDesk(StaffGate gate, TransferMatchReader matches)
{
    public async Task<Outcome<IReadOnlyList<UnmatchedRow>>> Unmatched(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(Unmatched), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await matches.Unmatched(cancellation).ConfigureAwait(false));
}
