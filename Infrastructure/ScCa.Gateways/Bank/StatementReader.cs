using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Payments;
using ScCa.Gateways.Csv;

namespace ScCa.Gateways.Bank;

/// <summary>
/// Reads a bank's statement file (P3). A good row is a transfer or none of money received; a bad one is told with its line and never guessed at. What ends
/// up in a transfer's stream is checked here: a line that the intake could not take would hold up all that follow.
/// </summary>
public sealed class StatementReader
{
    private const int PayerLengthMax = 200;

    private static readonly Offset InShanghai = Offset.FromHours(8);

    private readonly StatementMapping mapping;
    private readonly LocalDateTimePattern pattern;
    private readonly ImmutableArray<StatementRow>.Builder incoming = ImmutableArray.CreateBuilder<StatementRow>();
    private readonly ImmutableArray<BadLine>.Builder bad = ImmutableArray.CreateBuilder<BadLine>();
    private int other;

    private StatementReader(StatementMapping mapping) => (this.mapping, pattern) = (mapping, mapping.BookedPattern());

    /// <exception cref="GatewayRefusedException">There is no header as the mapping wants it: this is another kind of file.</exception>
    public static StatementRows Read(ReadOnlyMemory<byte> content, StatementMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var reader = new StatementReader(mapping);
        reader.ReadAll(new CsvReader(content, mapping.Delimiter, CsvText.Named(mapping.Encoding)!));
        return new StatementRows(reader.incoming.ToImmutable(), reader.other, reader.bad.ToImmutable());
    }

    private void ReadAll(CsvReader csv)
    {
        for (var i = 0; i < mapping.RowsBefore; i++)
            csv.Read();
        var places = mapping.HasHeader ? StatementPlaces.InHeader(csv.Read(), mapping) : null;
        while (csv.Read() is { } row)
        {
            if (row.Fault == CsvFault.None && mapping.OtherRows.Any(beginning => row.Fields[0].Trim().StartsWith(beginning, StringComparison.Ordinal)))
                other++;
            else if (row.Fault != CsvFault.None)
                bad.Add(new BadLine(row.Line, row.LastLine, Reason(row.Fault)));
            else
                Take(row, places ??= StatementPlaces.ByNumber(row.Fields.Length, mapping));
        }
    }

    private void Take(CsvRow row, StatementPlaces places)
    {
        if (Judge(row, places) is { } reason)
            bad.Add(new BadLine(row.Line, row.LastLine, reason));
    }

    // The order is the order in which a person would look for what is wrong.
    private BadLineReason? Judge(CsvRow row, StatementPlaces places)
    {
        if (row.Fields.Length != places.FieldCount)
            return BadLineReason.FieldCount;
        if (row.Fields.Any(IsFormula))
            return BadLineReason.Formula;
        if (ReadAmount(row, places, out var amountFen) is { } unreadable)
            return unreadable;
        if (amountFen == 0)
        {
            other++;
            return null;
        }

        var (reference, payer) = (Field(row, places.Reference), Field(row, places.PayerName));
        if (!IsReference(reference))
            return BadLineReason.ReferenceUnreadable;
        if (payer.Length is 0 or > PayerLengthMax || payer.Any(char.IsControl))
            return BadLineReason.PayerUnreadable;
        if (!pattern.Parse(places.BookedTime is { } time ? $"{Field(row, places.Booked)} {Field(row, time)}" : Field(row, places.Booked)).TryGetValue(default, out var booked))
            return BadLineReason.BookedUnreadable;
        incoming.Add(new StatementRow(row.Line, reference, payer, amountFen, booked.WithOffset(InShanghai).ToInstant()));
        return null;
    }

    /// <summary>The amount received: 0 where the money went the other way, or nowhere.</summary>
    private BadLineReason? ReadAmount(CsvRow row, StatementPlaces places, out long received)
    {
        received = 0;
        if (Amount(row, places.Credit) is not { } credit || Amount(row, places.Debit) is not { } debit)
            return BadLineReason.AmountUnreadable;
        if (credit > 0 && debit > 0)
            return BadLineReason.AmountBothWays;
        received = mapping.Incoming is not { } mark || mark.Values.Contains(Field(row, places.Incoming!.Value)) ? credit : 0;
        return null;
    }

    // An empty field is no money: of two columns one is empty.
    private static long? Amount(CsvRow row, int? place) => place is { } at && Field(row, at) is { Length: > 0 } text ? StatementAmount.Parse(text) : 0;

    // Banks pad with blanks, and with tabs that keep spreadsheets from rounding long numbers.
    private static string Field(CsvRow row, int place) => row.Fields[place].Trim();

    private static bool IsFormula(string field) => field.TrimStart() is [var first, ..] && first is '=' or '@' || field.TrimStart() is ['+' or '-', var second, ..] && !char.IsAsciiDigit(second);

    private static bool IsReference(string text)
    {
        try
        {
            return BankReference.Parse(text).Value == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static BadLineReason Reason(CsvFault fault) => fault switch
    {
        CsvFault.TooLong => BadLineReason.TooLong,
        CsvFault.QuoteNotClosed => BadLineReason.QuoteNotClosed,
        CsvFault.QuoteMisplaced => BadLineReason.QuoteMisplaced,
        CsvFault.NotEnded => BadLineReason.NotEnded,
        CsvFault.NotText => BadLineReason.NotText,
        CsvFault.ControlCharacter => BadLineReason.ControlCharacter,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
