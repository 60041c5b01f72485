using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

public sealed class StartTests
{
    [Fact]
    public async Task Without_demo_every_missing_part_is_refused_by_name_in_both_languages()
    {
        var folder = HallProcess.NewFolder();

        var (exitCode, output, errors) = await HallProcess.Run(folder, TestContext.Current.CancellationToken, "--port", "0");

        Assert.Equal(2, exitCode);
        foreach (var (code, zhCn, en) in new[]
                 {
                     ("ST1", "短信网关", "SMS gateway"), ("ST2", "银行流水", "bank statements"), ("ST3", "签发密钥", "signing key"), ("ST4", "USB Key", "USB key desk"),
                     ("ST5", "scca init", "administrator"), ("ST6", "主密钥", "master key"),
                 })
        {
            Assert.Contains(code, errors, StringComparison.Ordinal);
            Assert.Contains(zhCn, errors, StringComparison.Ordinal);
            Assert.Contains(en, errors, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_demonstration_does_not_start_on_a_folder_of_real_business()
    {
        var folder = HallProcess.NewFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(data, "scca.db"), [], TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await HallProcess.Run(folder, TestContext.Current.CancellationToken, "--demo", "--port", "0", "--data", data);

        Assert.Equal(2, exitCode);
        Assert.Contains("ST8", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dmeo")]
    [InlineData("--port=eighty")]
    [InlineData("--data")]
    public async Task An_argument_that_means_nothing_is_named_and_the_usage_shown(string argument)
    {
        var (exitCode, _, errors) = await HallProcess.Run(HallProcess.NewFolder(), TestContext.Current.CancellationToken, argument);

        Assert.Equal(2, exitCode);
        Assert.Contains(argument, errors, StringComparison.Ordinal);
        Assert.Contains("--demo", errors, StringComparison.Ordinal);
    }
}
