using System.Text.Json;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class PolicyTests
{
    [Theory]
    [InlineData("zh", "hrss 版本 1 · 自 2020-01-01 起 · 四川人社在线公共服务平台", "在线（经办人）、在线（法定代表人）、寄送、窗口", "开户费 100.00（2 年起免）、年服务费 200.00、印章每个每年 100.00", "8 个版本均成立。")]
    [InlineData("en", "hrss version 1 · from 2020-01-01 · Sichuan Human Resources and Social Security Online", "online (handler), online (legal representative)", "opening 100.00 (none from 2 years on), a year 200.00", "Versions that hold: 8.")]
    public async Task What_ships_is_shown_with_its_channels_and_prices(string language, params string[] shown)
    {
        using var temporary = new TemporaryFolder();
        var result = await HostProcess.RunConsole(
            temporary.Path, new Dictionary<string, string> { ["COLUMNS"] = "130" }, "policy", "check", "--lang", language);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(shown, text => Assert.Contains(text, result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_shown_as_one_published_and_then_fixed_for_good()
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.At("hrss.3.json");
        await Write(file, Shipped().Replace("\"version\": 1", "\"version\": 3", StringComparison.Ordinal).Replace("2020-01-01", "2027-01-01", StringComparison.Ordinal));

        Assert.Equal((0, false), await Published(temporary.Path));
        var publish = await HostProcess.RunConsole(temporary.Path, "policy", "publish", temporary.Path);
        Assert.True(publish.ExitCode == 0, publish.ToString());
        Assert.Contains("hrss 版本 3 已定稿", publish.Out, StringComparison.Ordinal);
        Assert.Equal((0, true), await Published(temporary.Path));

        await Write(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("\"price\": null", "\"price\": \"1.00\"", StringComparison.Ordinal));
        foreach (var (language, reason) in new[] { ("zh", "hrss 的版本 3 发布时是另一内容"), ("en", "version 3 of hrss was published with another content") })
        {
            var refused = await HostProcess.RunConsole(temporary.Path, "policy", "check", temporary.Path, "--lang", language);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
            Assert.Contains("hrss.3.json", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_fault_is_told_and_programs_read_them_too()
    {
        using var temporary = new TemporaryFolder();
        await Write(temporary.At("one.json"), Shipped().Replace("\"hrss\"", "\"one\"", StringComparison.Ordinal).Replace("[\"P1Y\"]", "[]", StringComparison.Ordinal)
            .Replace("\"postTo\": {", "\"postTo\": { \"de\": \"\",", StringComparison.Ordinal));
        await Write(temporary.At("two.json"), Shipped().Replace("\"hrss\"", "\"two\"", StringComparison.Ordinal).Replace("[\"P1Y\"]", "[]", StringComparison.Ordinal)
            .Replace("\"企业\"", "\"\"", StringComparison.Ordinal));

        var result = await HostProcess.RunConsole(temporary.Path, "policy", "check", temporary.Path, "--json");

        Assert.Equal(1, result.ExitCode);
        var report = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal(
            ["one.json $.postTo.de unreadable", "two.json $.terms none", "two.json $.roles[1].name.zhCn blank"],
            report.GetProperty("faults").EnumerateArray().Select(f =>
                $"{Path.GetFileName(f.GetProperty("file").GetString())} {f.GetProperty("path").GetString()} {f.GetProperty("code").GetString()}"));
        Assert.Equal(3, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<(int ExitCode, bool Published)> Published(string folder)
    {
        var result = await HostProcess.RunConsole(folder, "policy", "check", folder, "--json");
        var versions = JsonDocument.Parse(result.Out).RootElement.GetProperty("versions").EnumerateArray();
        return (result.ExitCode, versions.Single(v => v.GetProperty("platform").GetString() == "hrss" && v.GetProperty("version").GetInt32() == 3).GetProperty("published").GetBoolean());
    }

    private static string Shipped() => File.ReadAllText(Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies", "hrss.1.json"));

    private static Task Write(string file, string json) => File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
}
