using NodaTime;
using NodaTime.Text;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Domain.Payments;
using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Bank;

/// <summary>
/// Stands in for the bank: whoever shows the system makes a transfer here, and it appears on the statement. The lines lie in <c>bank.jsonl</c>, each payer
/// sealed, and are numbered as they come.
/// </summary>
public sealed class LocalBank(string folder, Payers payers, IClock clock, IRandomSource random) : IBankStatements, IStandIn
{
    public const string FileName = "bank.jsonl";

    private const int ReferenceOctets = 10;

    private readonly LinesFile file = new(folder, FileName);

    private readonly KnownLines<Booking> known = new();

    public (string ZhCn, string En) StandsInFor => ("银行对账单", "bank statements");

    /// <summary>Pays; when this returns, the line is on the statement for good.</summary>
    public async Task<BankLine> Transfer(string payerName, long amountFen, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(payerName);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountFen);
        var reference = NewReference();
        var payer = await payers.Of(new BankReference(reference), payerName, cancellation).ConfigureAwait(false);
        return await file.WithLock(lines => Book(lines, reference, payer, amountFen), cancellation).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<BankLine>> ReadAfter(long number, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        return file.WithLock<IReadOnlyList<BankLine>>(
            lines => [.. known.CatchUp(lines).Where(booking => booking.Number > number).Take(max).Select(booking => booking.ToLine())],
            cancellation);
    }

    // Numbered under the lock: no two processes give one number.
    private BankLine Book(OpenLines lines, string reference, Payer payer, long amountFen)
    {
        var last = known.CatchUp(lines) is [.., var booking] ? booking.Number : 0;
        var line = new BankLine(last + 1, reference, payer, amountFen, clock.GetCurrentInstant());
        lines.Append(Booking.Of(line));
        return line;
    }

    // Random and not counted: references outlive this file in the transfers' streams, and a counter would begin again with a new file.
    private string NewReference()
    {
        Span<byte> octets = stackalloc byte[ReferenceOctets];
        random.Fill(octets);
        return $"LOCAL-BANK-{Convert.ToHexString(octets)}";
    }

    /// <summary>A line as it is stored.</summary>
    private sealed record Booking(long Number, string Reference, SealedPayer Payer, long AmountFen, string BookedAt)
    {
        public static Booking Of(BankLine line) =>
            new(line.Number, line.Reference, SealedPayer.Of(line.Payer), line.AmountFen, InstantPattern.ExtendedIso.Format(line.BookedAt));

        public BankLine ToLine() => new(Number, Reference, Payer.ToPayer(), AmountFen, InstantPattern.ExtendedIso.Parse(BookedAt).Value);
    }
}
