using System.Collections.Immutable;
using System.Text;

namespace ScCa.Gateways.Csv;

/// <summary>
/// Reads CSV (RFC 4180) row by row, in one pass over the octets. A bad row is an answer like a good one. Reading goes on where the row ends by the rules of
/// quoting and never at a line break within quotation marks: whoever can write into a quoted field must not be able to begin a row there.
/// </summary>
public sealed class CsvReader
{
    /// <summary>Longer rows are read over, not read.</summary>
    public const int RowOctetsMax = 16 * 1024;

    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly ReadOnlyMemory<byte> content;
    private readonly byte delimiter;
    private readonly Encoding encoding;

    // Octets of the row under way, field after field, and where each field ends.
    private readonly byte[] octets = new byte[RowOctetsMax];
    private readonly List<int> ends = [];

    private int position;
    private int line = 1;
    private int length;
    private CsvFault fault;
    private bool isEnded;

    /// <param name="delimiter">Comma, semicolon or tab: octets that are part of no other character, in neither encoding.</param>
    public CsvReader(ReadOnlyMemory<byte> content, char delimiter, Encoding encoding)
    {
        if (delimiter is not (',' or ';' or '\t'))
            throw new ArgumentOutOfRangeException(nameof(delimiter));
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        this.content = content.Span.StartsWith(mark) ? content[mark.Length..] : content;
        this.delimiter = (byte)delimiter;
        this.encoding = encoding;
    }

    /// <summary>The next row, or null at the end. Lines without anything on them are no rows.</summary>
    public CsvRow? Read()
    {
        while (position < content.Length)
        {
            var first = line;
            (length, fault, isEnded) = (0, CsvFault.None, false);
            ends.Clear();
            ReadRow();
            if (fault != CsvFault.None || length > 0 || ends.Count > 1)
                // With its line break the count has gone on to the next line already.
                return Decoded(first, isEnded ? line - 1 : line);
        }

        return null;
    }

    private void ReadRow()
    {
        while (ReadField())
        {
        }
    }

    /// <summary>Reads one field with what ends it; true where another follows in the row.</summary>
    private bool ReadField()
    {
        var bytes = content.Span;
        var isQuoted = position < bytes.Length && bytes[position] == Quote;
        if (isQuoted && !ReadQuoted())
            return false;
        while (position < bytes.Length)
        {
            var octet = bytes[position++];
            if (octet == delimiter)
            {
                ends.Add(length);
                return true;
            }

            if (octet == LineFeed)
            {
                ends.Add(length);
                line++;
                isEnded = true;
                return false;
            }

            if (octet == CarriageReturn && position < bytes.Length && bytes[position] == LineFeed)
                continue;
            if (octet == Quote || isQuoted)
                Blame(CsvFault.QuoteMisplaced);
            Keep(octet);
        }

        Blame(CsvFault.NotEnded);
        return false;
    }

    /// <summary>Reads from the opening quotation mark behind the closing one; false where there is none.</summary>
    private bool ReadQuoted()
    {
        var bytes = content.Span;
        for (position++; position < bytes.Length; position++)
        {
            var octet = bytes[position];
            if (octet == LineFeed)
                line++;
            if (octet != Quote)
                Keep(octet);
            else if (position + 1 < bytes.Length && bytes[position + 1] == Quote)
                Keep(bytes[position++]);
            else
            {
                position++;
                return true;
            }
        }

        fault = CsvFault.QuoteNotClosed;
        return false;
    }

    private void Keep(byte octet)
    {
        if (length < octets.Length)
            octets[length++] = octet;
        else
            Blame(CsvFault.TooLong);
    }

    // The first thing that is wrong is the one that is told.
    private void Blame(CsvFault with) => fault = fault == CsvFault.None ? with : fault;

    private CsvRow Decoded(int first, int last)
    {
        var fields = fault == CsvFault.None ? Fields() : [];
        return new CsvRow(first, last, fault == CsvFault.None ? fields : [], fault);
    }

    private ImmutableArray<string> Fields()
    {
        var fields = ImmutableArray.CreateBuilder<string>(ends.Count);
        var start = 0;
        foreach (var end in ends)
        {
            try
            {
                fields.Add(encoding.GetString(octets, start, end - start));
            }
            catch (DecoderFallbackException)
            {
                Blame(CsvFault.NotText);
                return [];
            }

            if (fields[^1].Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
                Blame(CsvFault.ControlCharacter);
            start = end;
        }

        return fields.MoveToImmutable();
    }
}
