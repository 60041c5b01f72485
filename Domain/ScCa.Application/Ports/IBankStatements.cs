using NodaTime;

namespace ScCa.Application.Ports;

/// <param name="Reference">The bank's own name for the transfer.</param>
/// <param name="AmountFen">In fen, positive for money received.</param>
public sealed record BankLine(string Reference, string PayerName, long AmountFen, Instant BookedAt);

/// <summary>
/// The bank's statement lines, oldest first. <b>Idempotence</b>: a line may be returned again; the reference makes it count once (P3).
/// </summary>
public interface IBankStatements
{
    /// <summary>Lines after a cursor (null: from the beginning) and the cursor to continue from.</summary>
    Task<(IReadOnlyList<BankLine> Lines, string? Cursor)> ReadAfter(string? cursor, CancellationToken cancellation);
}
