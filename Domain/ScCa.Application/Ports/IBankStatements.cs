using NodaTime;
using ScCa.Domain.Payments;

namespace ScCa.Application.Ports;

/// <param name="Number">The source's own running number, rising from 1; a line keeps it for ever.</param>
/// <param name="Reference">The bank's own name for the transfer.</param>
/// <param name="Payer">Made by <see cref="Intake.Payers"/> when the line first came, so that no source keeps a name in clear (A7).</param>
/// <param name="AmountFen">In fen, positive for money received.</param>
public sealed record BankLine(long Number, string Reference, Payer Payer, long AmountFen, Instant BookedAt);

/// <summary>
/// The bank's statement lines, oldest first. <b>Idempotence</b>: a line may be returned again; the reference makes it count once (P3).
/// </summary>
public interface IBankStatements
{
    /// <summary>Lines after a number (0: from the beginning), in the order of their numbers.</summary>
    Task<IReadOnlyList<BankLine>> ReadAfter(long number, int max, CancellationToken cancellation);
}
