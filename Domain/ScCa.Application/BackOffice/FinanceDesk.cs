using ScCa.Application.Views;

namespace ScCa.Application.BackOffice;

/// <summary>Transfers that matched nothing, with the reason where there is one (P1, P3).</summary>
public sealed class FinanceDesk(TransferMatchReader matches)
{
    public Task<IReadOnlyList<UnmatchedRow>> Unmatched(CancellationToken cancellation) => matches.Unmatched(cancellation);
}
