using System.Text;
using NodaTime;
using ScCa.Gateways.Bank;
using ScCa.Gateways.Csv;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class StatementReaderTests
{
    // Two columns for the money, one for the time.
    private const string TwoColumns = """
        {
          "encoding": "gb18030", "rowsBefore": 1, "otherRows": ["合计"],
          "columns": { "reference": "交易流水号", "payerName": "对方户名", "credit": "贷方发生额", "debit": "借方发生额", "booked": "交易时间" },
          "bookedFormat": "uuuu-MM-dd HH:mm:ss"
        }
        """;

    // One for the money with a mark beside it, no header, date and time apart.
    private const string Marked = """
        {
          "delimiter": ";", "hasHeader": false,
          "columns": { "reference": 1, "payerName": 4, "credit": 3, "booked": 5, "bookedTime": 6 },
          "incoming": { "column": 2, "values": ["C", "贷"] },
          "bookedFormat": "uuuuMMdd HHmmss"
        }
        """;

    private const string Header = "交易时间,交易流水号,借方发生额,贷方发生额,对方户名,摘要\n";

    [Fact]
    [Trait("rule", "P3")]
    public void P3_a_statement_with_two_columns_for_money_is_read_as_its_mapping_says()
    {
        const string Statement = "账号：6222****0000,,,,,\n" + Header
            + "2026-01-05 10:30:15,\"A-1\t\",,\"1,234.50\",四川某某有限公司,货款\n"
            + "2026-01-05 10:31:00,A-2,20.00,,供应商,付款\r\n"
            + "2026-01-05 10:32:00,A-3,0.00,300,\"乙公司, \"\"西南\"\"\",\"第一行\n第二行\"\n"
            + "合计,2,,,,\n"
            + "2026-01-06 00:00:00,A-4,,¥9999999999.99,镕公司,\n";

        var rows = Read(TwoColumns, CsvText.Gb18030.GetBytes(Statement));

        Assert.Empty(rows.Bad);
        Assert.Equal(2, rows.Other);
        Assert.Equal(
            [
                new StatementRow(3, "A-1", "四川某某有限公司", 123_450, Instant.FromUtc(2026, 1, 5, 2, 30, 15)),
                new StatementRow(5, "A-3", "乙公司, \"西南\"", 30_000, Instant.FromUtc(2026, 1, 5, 2, 32)),
                new StatementRow(8, "A-4", "镕公司", 999_999_999_999, Instant.FromUtc(2026, 1, 5, 16, 0)),
            ],
            rows.Incoming);
    }

    [Fact]
    [Trait("rule", "P3")]
    public void P3_a_statement_with_a_mark_and_without_header_is_read_as_its_mapping_says()
    {
        var rows = Read(Marked, "B-1;C;5.5;甲;20260105;103015\nB-2;D;6;乙;20260105;103016\nB-3;贷;7;丙;20260105;103017\n");

        Assert.Equal([("B-1", 550L), ("B-3", 700L)], rows.Incoming.Select(row => (row.Reference, row.AmountFen)));
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 2, 30, 15), rows.Incoming[0].BookedAt);
        Assert.Equal(1, rows.Other);
    }

    [Theory]
    [Trait("rule", "P3")]
    [InlineData("R-1;C;1;甲;20260105", BadLineReason.FieldCount)]
    [InlineData("R-1;C;1;甲;20260105;103015;", BadLineReason.FieldCount)]
    [InlineData("R-1;C;1;=HYPERLINK(\"\"x\"\");20260105;103015", BadLineReason.QuoteMisplaced)]
    [InlineData("R-1;C;1;=1+1;20260105;103015", BadLineReason.Formula)]
    [InlineData("R-1;C;1;\" @SUM(A1)\";20260105;103015", BadLineReason.Formula)]
    [InlineData("R-1;C;1;+cmd|x;20260105;103015", BadLineReason.Formula)]
    [InlineData("R-1;C;1;甲\0;20260105;103015", BadLineReason.ControlCharacter)]
    [InlineData("R-1;C;1;\"甲\n乙\";20260105;103015", BadLineReason.PayerUnreadable)]
    [InlineData("R-1;C;1; ;20260105;103015", BadLineReason.PayerUnreadable)]
    [InlineData("R 1;C;1;甲;20260105;103015", BadLineReason.ReferenceUnreadable)]
    [InlineData(";C;1;甲;20260105;103015", BadLineReason.ReferenceUnreadable)]
    [InlineData("流水1;C;1;甲;20260105;103015", BadLineReason.ReferenceUnreadable)]
    [InlineData("R-1;C;-1;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;1.005;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;1,00;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;1234,567;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;12,3456;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;10000000000;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;1e3;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;１;甲;20260105;103015", BadLineReason.AmountUnreadable)]
    [InlineData("R-1;C;1;甲;20260230;103015", BadLineReason.BookedUnreadable)]
    [InlineData("R-1;C;1;甲;20260105;1030", BadLineReason.BookedUnreadable)]
    public void P3_a_bad_line_is_told_with_its_number_and_the_good_ones_around_it_are_read(string line, BadLineReason reason)
    {
        var rows = Read(Marked, $"B-1;C;5;甲;20260105;103015\n{line}\nB-3;C;7;丙;20260105;103017\n");

        Assert.Equal([new BadLine(2, 2 + line.Count(c => c == '\n'), reason)], rows.Bad);
        Assert.Equal(["B-1", "B-3"], rows.Incoming.Select(row => row.Reference));
    }

    [Fact]
    public void Money_both_ways_in_one_line_is_neither()
    {
        var rows = Read(TwoColumns, CsvText.Gb18030.GetBytes("x\n" + Header + "2026-01-05 10:30:15,A-1,1,1,甲,\n2026-01-05 10:30:15,A-2,,,甲,\n"));

        Assert.Equal([new BadLine(3, 3, BadLineReason.AmountBothWays)], rows.Bad);
        Assert.Equal(1, rows.Other);
    }

    [Fact]
    [Trait("rule", "P3")]
    public void P3_a_file_that_was_cut_off_anywhere_gives_no_amount_that_is_not_in_it()
    {
        var whole = Encoding.UTF8.GetBytes("B-1;C;1,234.56;甲;20260105;103015\nB-2;C;7,654.32;乙;20260105;103016\n");
        for (var length = 0; length < whole.Length; length++)
        {
            var rows = Read(Marked, whole[..length]);

            Assert.All(rows.Incoming, row => Assert.Equal(("B-1", 123_456), (row.Reference, row.AmountFen)));
            Assert.Equal(whole.AsSpan(0, length).Contains((byte)'\n') ? 1 : 0, rows.Incoming.Length);
            Assert.Equal(length == 0 || whole[length - 1] == '\n' ? [] : [BadLineReason.NotEnded], rows.Bad.Select(line => line.Reason));
        }
    }

    [Fact]
    public void Lines_of_the_other_encoding_are_told_one_by_one()
    {
        byte[] mixed = [.. "B-1;C;5;甲;20260105;103015\n"u8, .. CsvText.Gb18030.GetBytes("B-2;C;5;乙;20260105;103015\n"), .. "B-3;C;5;丙;20260105;103015\n"u8];

        var rows = Read(Marked, mixed);

        Assert.Equal([new BadLine(2, 2, BadLineReason.NotText)], rows.Bad);
        Assert.Equal(["B-1", "B-3"], rows.Incoming.Select(row => row.Reference));
    }

    [Fact]
    [Trait("rule", "P3")]
    public void P3_ten_thousand_mutations_give_rows_or_bad_lines_and_every_row_is_one_of_them()
    {
        var random = new Random(20260105);
        var mapping = Mapping(Marked);
        var whole = Encoding.UTF8.GetBytes("B-1;C;\"1,234.50\";\"甲\"\"公司\";20260105;103015\nB-2;D;6;乙;20260105;103016\r\n\"B-3\";贷;7;\"丙\n丁\";20260105;103017\nB-4;C;8;戊;20260105;103018\n");
        int good = 0, bad = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var mutated = Mutated(whole, random);
            StatementRows rows;
            try
            {
                rows = StatementReader.Read(mutated, mapping);
            }
            catch (GatewayRefusedException)
            {
                // The first row is too short to hold the columns.
                continue;
            }

            Assert.Equal(CountRows(mutated), rows.Incoming.Length + rows.Other + rows.Bad.Length);
            Assert.Equal(rows.Bad.Length, rows.Bad.Select(line => line.Line).Distinct().Count());
            Assert.All(rows.Incoming, row => Assert.True(row.AmountFen > 0 && row.Reference.Length is > 0 and <= 60 && !row.PayerName.Any(char.IsControl)));
            good += rows.Incoming.Length;
            bad += rows.Bad.Length;
        }

        Assert.True(good > 5_000 && bad > 5_000, $"{good} good and {bad} bad lines: the mutations are too mild or too wild");
    }

    [Theory]
    [InlineData("")]
    [InlineData("日期,流水\n")]
    [InlineData("交易时间,交易流水号,借方发生额,贷方发生额,对方户名,交易流水号\n")]
    [InlineData("\"交易时间\n")]
    public void A_file_without_the_mapped_columns_is_another_kind_of_file(string header)
    {
        var refusal = Assert.Throws<GatewayRefusedException>(() => Read(TwoColumns, CsvText.Gb18030.GetBytes("x\n" + header)));

        Assert.NotEmpty(refusal.ZhCn);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","colour":"red"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","bookedFormat":"uuuu"}""")]
    [InlineData("""{"columns":{"reference":0,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3},"bookedFormat":"uuuu"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"qq"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","encoding":"latin-1"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","delimiter":"|"}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","otherRows":[""]}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","rowsBefore":-1}""")]
    [InlineData("""{"columns":{"reference":"a","payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","hasHeader":false}""")]
    [InlineData("""{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu","incoming":{"column":1,"values":[]}}""")]
    public void A_mapping_that_makes_no_sense_is_refused(string json) => Assert.Throws<GatewayRefusedException>(() => Mapping(json));

    private static StatementRows Read(string mapping, string text) => Read(mapping, Encoding.UTF8.GetBytes(text));

    private static StatementRows Read(string mapping, byte[] content) => StatementReader.Read(content, Mapping(mapping));

    private static StatementMapping Mapping(string json) => StatementMapping.Parse(Encoding.UTF8.GetBytes(json));

    private static int CountRows(byte[] content)
    {
        var reader = new CsvReader(content, ';', CsvText.Utf8);
        var count = 0;
        while (reader.Read() is not null)
            count++;
        return count;
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, "\";\n\r\0,=0"u8[random.Next(8)]);
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, random.Next(1, 20)));
                    break;
            }
        }

        return [.. bytes];
    }
}
