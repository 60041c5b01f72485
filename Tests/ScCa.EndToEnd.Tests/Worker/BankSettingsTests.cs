using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>Real bank statements are configured, or what is wrong with them is told.</summary>
public sealed class BankSettingsTests
{
    private const string Good = """{"columns":{"reference":1,"payerName":2,"credit":3,"booked":4},"bookedFormat":"uuuu-MM-dd"}""";

    [Theory]
    [InlineData(Good, null)]
    [InlineData("{}", "The statement mapping cannot be used")]
    [InlineData(null, "There is no statement mapping")]
    public async Task A_mapping_makes_the_statements_real_or_is_refused_as_ST2(string? mapping, string? refusal)
    {
        using var temporary = new TemporaryFolder();
        await File.WriteAllTextAsync(temporary.At("appsettings.json"), """{ "Bank": { "MappingFile": "bank.json" } }""", TestContext.Current.CancellationToken);
        if (mapping is not null)
            await File.WriteAllTextAsync(temporary.At("bank.json"), mapping, TestContext.Current.CancellationToken);

        var result = await HostProcess.RunWorker(temporary.Path, "--once");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(refusal is not null, result.Error.Contains("ST2 ", StringComparison.Ordinal));
        Assert.Contains(refusal ?? "ST1 ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(temporary.At("data")));
    }
}
