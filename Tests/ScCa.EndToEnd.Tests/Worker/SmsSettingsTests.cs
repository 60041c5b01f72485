using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>A real SMS gateway is configured, or what is wrong with it is told.</summary>
public sealed class SmsSettingsTests
{
    private const string GoodKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    [Fact]
    public async Task A_configured_gateway_is_real_and_only_the_other_parts_are_missing()
    {
        var result = await Start("https://sms.example/send", GoodKey, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.DoesNotContain("ST1 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("ST2 ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://sms.example/send", GoodKey, "must be an https address")]
    [InlineData("https://sms.example/send", "c2hvcnQ=", "at least 32 random octets")]
    [InlineData("https://sms.example/send", GoodKey, "is no known purpose of a header", ", \"Headers\": { \"Colour\": \"X\" }")]
    [InlineData("https://sms.example/send", GoodKey, "Sms:Codes", ", \"Codes\": { \"a\": \"made-up\" }")]
    [InlineData("https://sms.example/send", GoodKey, "Sms:Attempts", ", \"Attempts\": \"many\"")]
    public async Task What_is_wrong_with_it_is_told_as_ST1_and_the_key_is_not(string url, string key, string expected, string more = "")
    {
        var result = await Start(url, key, UnixFileMode.UserRead | UnixFileMode.UserWrite, more);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ST1 ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(key, result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var result = await Start("https://sms.example/send", GoodKey, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Contains("ST1 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("chmod 600", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_configured_in_part_is_refused_by_the_missing_setting()
    {
        using var temporary = new TemporaryFolder();
        await File.WriteAllTextAsync(temporary.At("appsettings.json"), """{ "Sms": { "Url": "https://sms.example/send" } }""", TestContext.Current.CancellationToken);

        var result = await HostProcess.RunWorker(temporary.Path, "--once");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Sms:KeyId is missing", result.Error, StringComparison.Ordinal);
    }

    private static async Task<HostResult> Start(string url, string key, UnixFileMode mode, string more = "")
    {
        using var temporary = new TemporaryFolder();
        await File.WriteAllTextAsync(temporary.At("sms.key"), key + "\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary.At("sms.key"), mode);
        await File.WriteAllTextAsync(
            temporary.At("appsettings.json"), $$"""{ "Sms": { "Url": "{{url}}", "KeyId": "scca", "KeyFile": "sms.key"{{more}} } }""", TestContext.Current.CancellationToken);
        return await HostProcess.RunWorker(temporary.Path, "--once");
    }
}
