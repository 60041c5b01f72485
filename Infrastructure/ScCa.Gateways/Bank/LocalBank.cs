using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Bank;

/// <summary>
/// Stands in for the bank: whoever shows the system makes a transfer here, and it appears on the statement. The lines lie in <c>bank.jsonl</c> and are
/// numbered as they come.
/// </summary>
public sealed class LocalBank(string folder, IClock clock, IRandomSource random) : IBankStatements, IStandIn
{
    public const string FileName = "bank.jsonl";

    private const int ReferenceOctets = 10;

    private readonly LinesFile file = new(folder, FileName);

    private readonly KnownLines<Booking> known = new();

    public (string ZhCn, string En) StandsInFor => ("银行对账单", "bank statements");

    /// <summary>Pays; when this returns, the line is on the statement for good.</summary>
    public Task<BankLine> Transfer(string payerName, long amountFen, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(payerName);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountFen);
        return file.WithLock(lines => Book(lines, payerName, amountFen), cancellation);
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
    private BankLine Book(OpenLines lines, string payerName, long amountFen)
    {
        var last = known.CatchUp(lines) is [.., var booking] ? booking.Number : 0;
        var line = new BankLine(last + 1, NewReference(), payerName, amountFen, clock.GetCurrentInstant());
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
    private sealed record Booking(long Number, string Reference, string PayerName, long AmountFen, string BookedAt)
    {
        public static Booking Of(BankLine line) =>
            new(line.Number, line.Reference, line.PayerName, line.AmountFen, InstantPattern.ExtendedIso.Format(line.BookedAt));

        public BankLine ToLine() => new(Number, Reference, PayerName, AmountFen, InstantPattern.ExtendedIso.Parse(BookedAt).Value);
    }
}
