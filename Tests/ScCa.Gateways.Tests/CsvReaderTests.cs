using System.Text;
using ScCa.Gateways.Csv;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class CsvReaderTests
{
    // Both quoting and encoding are tried hard: marks, separators, line breaks, two-, three- and four-octet characters of either encoding.
    private static readonly string[] Pieces = ["\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "a", "0", " ", "王", "麗", "镕", "㐂", "€", "é", "🙂", "丂", "｜", "，"];

    public static TheoryData<string, char> Kinds => new MatrixTheoryData<string, char>(["utf-8", "gb18030"], [',', ';', '\t']);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("rule", "P3")]
    public void P3_whatever_fields_are_written_are_read_again(string encoding, char delimiter)
    {
        var random = new Random(20260105);
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(2, 6)).Select(_ => Field(random)).ToArray()).ToArray();
            var text = string.Concat(rows.Select(row => Written(row, delimiter, random) + (random.Next(2) == 0 ? "\n" : "\r\n")));

            var read = All(CsvText.Named(encoding)!.GetBytes(text), encoding, delimiter);

            Assert.All(read, row => Assert.Equal(CsvFault.None, row.Fault));
            Assert.Equal(rows, read.Select(row => row.Fields.ToArray()));
            Assert.Equal(text.Count(c => c == '\n'), read[^1].LastLine);
        }
    }

    [Fact]
    public void A_byte_order_mark_and_blank_lines_are_no_rows()
    {
        var read = All([0xEF, 0xBB, 0xBF, .. "\r\na,b\n\n\nc,d\n"u8]);

        Assert.Equal([(2, "a"), (5, "c")], read.Select(row => (row.Line, row.Fields[0])));
    }

    [Theory]
    [InlineData("a,b", CsvFault.NotEnded)]
    [InlineData("\"a\",\"b\"", CsvFault.NotEnded)]
    [InlineData("\"a\",\"b", CsvFault.QuoteNotClosed)]
    [InlineData("\"a\nb\nc\n", CsvFault.QuoteNotClosed)]
    [InlineData("\"a\"b,c\n", CsvFault.QuoteMisplaced)]
    [InlineData("\"a\" ,c\n", CsvFault.QuoteMisplaced)]
    [InlineData("a\"b\",c\n", CsvFault.QuoteMisplaced)]
    [InlineData("a\0b,c\n", CsvFault.ControlCharacter)]
    [InlineData("a\u001bb,c\n", CsvFault.ControlCharacter)]
    [InlineData("a\u0085b,c\n", CsvFault.ControlCharacter)]
    public void A_malformed_row_says_what_is_wrong(string text, CsvFault expected)
    {
        var row = Assert.Single(All(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(expected, row.Fault);
        Assert.Empty(row.Fields);
        Assert.Equal((1, Math.Max(1, text.Count(c => c == '\n') + (expected == CsvFault.QuoteNotClosed ? 1 : 0))), (row.Line, row.LastLine));
    }

    [Theory]
    [InlineData("utf-8", "B2E2")]
    [InlineData("utf-8", "EDA080")]
    [InlineData("utf-8", "C080")]
    [InlineData("utf-8", "F4908080")]
    [InlineData("gb18030", "81FF")]
    [InlineData("gb18030", "FF")]
    public void Octets_of_another_encoding_are_no_text_and_the_next_row_is_read(string encoding, string octets)
    {
        var read = All([.. "a,"u8, .. Convert.FromHexString(octets), .. "\nb,c\n"u8], encoding);

        Assert.Equal([CsvFault.NotText, CsvFault.None], read.Select(row => row.Fault));
    }

    [Fact]
    public void A_bad_row_ends_where_it_ends_and_nothing_within_its_quotes_becomes_a_row()
    {
        var smuggled = string.Concat(Enumerable.Repeat("\nREF,forged,1", CsvReader.RowOctetsMax / 10));

        var read = All(Encoding.UTF8.GetBytes($"a,\"{smuggled}\"\nb,c\n\"x\"y\nd,e\n"));

        Assert.Equal([CsvFault.TooLong, CsvFault.None, CsvFault.QuoteMisplaced, CsvFault.None], read.Select(row => row.Fault));
        Assert.Equal(["b", "d"], read.Where(row => row.Fault == CsvFault.None).Select(row => row.Fields[0]));
        Assert.Equal(read[0].LastLine + 1, read[1].Line);
    }

    [Fact]
    public void A_line_of_thirty_megabytes_is_read_over()
    {
        var content = new byte[30 * 1024 * 1024];
        content.AsSpan().Fill((byte)'x');
        "\nb,c\n"u8.CopyTo(content.AsSpan(content.Length - 5));

        Assert.Equal([CsvFault.TooLong, CsvFault.None], All(content).Select(row => row.Fault));
    }

    [Fact]
    public void A_row_may_be_as_long_as_it_may_be_and_no_longer()
    {
        var longest = new string('x', CsvReader.RowOctetsMax);

        Assert.Equal(CsvFault.None, All(Encoding.UTF8.GetBytes($"{longest}\n"))[0].Fault);
        Assert.Equal(CsvFault.TooLong, All(Encoding.UTF8.GetBytes($"{longest}x\n"))[0].Fault);
    }

    private static List<CsvRow> All(byte[] content, string encoding = "utf-8", char delimiter = ',')
    {
        var reader = new CsvReader(content, delimiter, CsvText.Named(encoding)!);
        var rows = new List<CsvRow>();
        while (reader.Read() is { } row)
            rows.Add(row);
        return rows;
    }

    private static string Field(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Written(string[] row, char delimiter, Random random) => string.Join(delimiter, row.Select(field =>
        field.AsSpan().ContainsAny("\"\r\n") || field.Contains(delimiter, StringComparison.Ordinal) || random.Next(2) == 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field));
}
