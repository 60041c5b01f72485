using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class CommandLineTests(PlayedLife life)
{
    [Theory]
    [InlineData(null, null, "用法")]
    [InlineData("SCCA_LANG", "en", "Usage")]
    [InlineData("LANG", "zh_CN.UTF-8", "用法")]
    [InlineData("LANG", "en_US.UTF-8", "用法")]
    public async Task The_language_is_chinese_unless_somebody_asks_for_english(string? variable, string? value, string expected)
    {
        var environment = variable is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [variable] = value! };
        var result = await HostProcess.RunConsole(life.Folder, environment, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_cultures_shows_the_same_texts()
    {
        var environment = new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["LANG"] = "zh_CN.UTF-8" };
        var result = await HostProcess.RunConsole(life.Folder, environment, "history", life.Certificate, "--data", life.Folder);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("已过期（有效期到 2028-01-05）", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("缺少参数或选项：certificate", "history")]
    [InlineData("不认识：frobnicate", "frobnicate")]
    [InlineData("选项 --data 后面要有值。", "demo", "--data")]
    [InlineData("选项 --lang 的值“fr”无效，应为 zh|en。", "demo", "--lang", "fr")]
    [InlineData("请给出一个命令。")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_where_to_look(string expected, params string[] arguments)
    {
        var result = await HostProcess.RunConsole(life.Folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_shortly_and_in_full_only_to_who_asks()
    {
        using var temporary = new TemporaryFolder();
        await File.WriteAllTextAsync(temporary.At("scca.db"), "not a database at all, but long enough to be taken for one".PadRight(4096), TestContext.Current.CancellationToken);
        var shortly = await HostProcess.RunConsole(temporary.Path, "history", "c-1", "--data", temporary.Path, "--lang", "en");
        Assert.Equal(3, shortly.ExitCode);
        Assert.DoesNotContain("   at ", shortly.Error, StringComparison.Ordinal);
        var fully = await HostProcess.RunConsole(temporary.Path, "history", "c-1", "--data", temporary.Path, "--lang", "en", "--verbose");
        Assert.Contains("   at ", fully.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_makes_the_master_key_once_for_its_owner_alone_and_never_in_a_demonstration()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.At("real");
        var first = await HostProcess.RunConsole(temporary.Path, "init", "--data", folder);
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Matches("admin.*([0-9A-Z]{5}-){3}[0-9A-Z]{5}", first.Out);
        var key = Path.Combine(folder, "master.key");
        Assert.Equal(32, new FileInfo(key).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        var made = await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken);

        var second = await HostProcess.RunConsole(temporary.Path, "init", "--data", folder);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("ST10", second.Error, StringComparison.Ordinal);
        Assert.Equal(made, await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken));

        var demo = await HostProcess.RunConsole(temporary.Path, "init", "--data", life.Folder);
        Assert.Equal(2, demo.ExitCode);
        Assert.Contains("ST7", demo.Error, StringComparison.Ordinal);
    }
}
