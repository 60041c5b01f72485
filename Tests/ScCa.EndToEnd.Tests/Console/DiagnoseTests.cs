using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class DiagnoseTests(PlayedLife life)
{
    private const string Noisy = "檢測到您的证书巳过其，无法使用";

    [Fact]
    public async Task A_message_copied_badly_is_answered_in_the_language_asked_for_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();

        foreach (var (language, cause, remedy) in new[] { ("zh", "现用证书本身已经过期。", "办法："), ("en", "The present certificate itself has expired.", "What to do:") })
        {
            var result = await HostProcess.RunConsole(temporary.Path, "diagnose", Noisy, "--lang", language);
            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.Contains("检测到您的证书已过期，无法使用", result.Out, StringComparison.Ordinal);
            Assert.Contains(cause, result.Out, StringComparison.Ordinal);
            Assert.Contains(remedy, result.Out, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Fact]
    [Trait("rule", "C9")]
    public async Task With_a_certificate_its_state_decides_C9()
    {
        Assert.Equal(["expired-in-another-container possible", "renewal-not-written possible", "certificate-expired possible"], await Causes());
        Assert.Equal(
            ["certificate-expired established", "expired-in-another-container possible"], await Causes("--certificate", life.Certificate, "--data", life.Folder));
    }

    [Fact]
    public async Task What_is_not_known_gives_the_service_line()
    {
        var result = await HostProcess.RunConsole(life.Folder, "diagnose", "今天天气真好");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("400-028-1130", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_another_platform_is_said_to_be()
    {
        var result = await HostProcess.RunConsole(life.Folder, "diagnose", "插件异常", "--platform", "gov-procurement");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("平台 gov-procurement 上没有这样的提示", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I5", "ChoiceUnknown", "--platform", "nowhere")]
    [InlineData("A3", "CertificateUnknown", "--certificate", "c-none")]
    public async Task What_there_is_not_is_refused(string rule, string code, string option, string value)
    {
        var result = await HostProcess.RunConsole(life.Folder, "diagnose", "插件异常", option, value, "--data", life.Folder, "--json");

        Assert.Equal(1, result.ExitCode);
        var refused = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal((rule, code), (refused.GetProperty("rule").GetString(), refused.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_certificate_without_its_folder_is_refused_to_start()
    {
        using var temporary = new TemporaryFolder();

        var result = await HostProcess.RunConsole(temporary.Path, "diagnose", "插件异常", "--certificate", "c-1", "--data", temporary.At("nowhere"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ST9", result.Error, StringComparison.Ordinal);
    }

    private async Task<string[]> Causes(params string[] options)
    {
        var result = await HostProcess.RunConsole(life.Folder, ["diagnose", Noisy, "--json", .. options]);
        Assert.True(result.ExitCode == 0, result.ToString());
        var first = JsonDocument.Parse(result.Out).RootElement.GetProperty("results")[0];
        Assert.Equal("gov-certificate-expired", first.GetProperty("entry").GetString());
        return [.. first.GetProperty("causes").EnumerateArray().Select(c => $"{c.GetProperty("cause").GetString()} {c.GetProperty("standing").GetString()}")];
    }
}
