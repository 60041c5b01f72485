using System.Text.Json;
using ScCa.Gateways.Bank;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class BankImportTests(PlayedLife life)
{
    private const string Mapping = """{"columns":{"reference":"流水号","payerName":"户名","credit":"金额","booked":"日期"},"bookedFormat":"uuuu-MM-dd"}""";

    private const string Statement = "流水号,户名,金额,日期\nB-1,甲公司,\"1,200.50\",2026-01-05\nB-2,=1+1,7,2026-01-05\nB-3,丙公司,0,2026-01-05\n";

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_a_statement_is_imported_once_and_its_bad_lines_are_told_by_number()
    {
        using var temporary = new TemporaryFolder();
        var data = await SetUp(temporary);

        var first = await Import(temporary, data, "--lang", "en");
        var second = await Import(temporary, data);

        Assert.True(first.ExitCode == 1, first.ToString());
        Assert.Contains("1 transfers new, 0 known already, 1 other rows, 1 bad lines", first.Out, StringComparison.Ordinal);
        Assert.Equal("Line 3: holds what a spreadsheet takes for a formula.", first.Error.Trim());
        Assert.Contains("新转账 0 笔，已有 1 笔", second.Out, StringComparison.Ordinal);
        Assert.Equal("第 3 行：含有电子表格会当作公式的内容。", second.Error.Trim());
        var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(Path.Combine(data, "bank", "statement-lines.jsonl"), TestContext.Current.CancellationToken)));
        Assert.Equal((1, "B-1", 120_050), (line.RootElement.GetProperty("number").GetInt32(), line.RootElement.GetProperty("reference").GetString(), line.RootElement.GetProperty("amountFen").GetInt64()));
        Assert.True(File.Exists(temporary.At("statement.csv")));
    }

    [Fact]
    public async Task What_cannot_be_imported_is_refused_and_nothing_is_made()
    {
        using var temporary = new TemporaryFolder();
        var data = await SetUp(temporary);
        await File.WriteAllTextAsync(temporary.At("statement.csv"), "something else\n", TestContext.Current.CancellationToken);
        var before = Entries(data);

        foreach (var (result, code) in new[]
                 {
                     (await Import(temporary, temporary.At("nothing")), "ST6"), (await Import(temporary, life.Folder), "ST7"), (await Import(temporary, data), "ST2"),
                     (await HostProcess.RunConsole(temporary.Path, "bank", "import", "missing.csv", "--mapping", "mapping.json", "--data", data), "ST2"),
                     (await HostProcess.RunConsole(temporary.Path, "bank", "import", "statement.csv", "--mapping", "missing.json", "--data", data), "ST2"),
                 })
        {
            Assert.True(result.ExitCode == 2, result.ToString());
            Assert.Contains(code, result.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(temporary.At("nothing")));
        Assert.Equal(before, Entries(data));
    }

    private static string[] Entries(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_reason_for_a_bad_line_has_its_words_and_no_words_are_left_over(string language)
    {
        var texts = JsonDocument.Parse(await File.ReadAllTextAsync(
            Repository.At("Hosts", "ScCa.Console", "Texts", $"console.{language}.json"), TestContext.Current.CancellationToken));

        var worded = texts.RootElement.GetProperty("bank").GetProperty("reasons").EnumerateObject().Select(reason => reason.Name);

        Assert.Equal(Enum.GetNames<BadLineReason>().Order(StringComparer.Ordinal), worded.Order(StringComparer.Ordinal));
    }

    private static async Task<string> SetUp(TemporaryFolder temporary)
    {
        await File.WriteAllTextAsync(temporary.At("mapping.json"), Mapping, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(temporary.At("statement.csv"), Statement, TestContext.Current.CancellationToken);
        await HostProcess.RunConsole(temporary.Path, "init", "--data", temporary.At("real"));
        return temporary.At("real");
    }

    private static Task<HostResult> Import(TemporaryFolder temporary, string data, params IReadOnlyList<string> more) =>
        HostProcess.RunConsole(temporary.Path, ["bank", "import", "statement.csv", "--mapping", "mapping.json", "--data", data, .. more]);
}
