using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class PopulationTests
{
    [Fact]
    public async Task As_many_certificates_as_are_asked_for_are_applied_for()
    {
        using var temporary = new TemporaryFolder();
        var made = await Made(temporary, "made", 2, "3");
        Assert.Equal(2, made.GetProperty("applied").GetInt32());
        Assert.Equal(2, made.GetProperty("platforms").EnumerateArray().Sum(p => p.GetProperty("all").GetInt32()));
    }

    // Three years are lived each time, however few live in them.
    [Fact, Trait("set", "long")]
    public async Task The_same_number_and_seed_make_the_same_certificates_and_another_seed_makes_others()
    {
        using var temporary = new TemporaryFolder();
        var first = await Made(temporary, "first", 14, "3");
        var again = await Made(temporary, "again", 14, "3");
        var other = await Made(temporary, "other", 14, "4");
        Assert.Equal(14, first.GetProperty("applied").GetInt32());
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.NotEqual(Fingerprint(first), Fingerprint(other));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_number_of_certificates_that_is_none_is_wrong_use(string number)
    {
        using var temporary = new TemporaryFolder();
        var result = await HostProcess.RunConsole(temporary.Path, "demo", "--certificates", number);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--certificates", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    private static async Task<JsonElement> Made(TemporaryFolder temporary, string folder, int certificates, string seed)
    {
        var result = await HostProcess.RunConsole(
            temporary.Path, "demo", "--certificates", $"{certificates}", "--seed", seed, "--json", "--data", temporary.At(folder));
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(result.Out).RootElement.GetProperty("population");
    }

    private static string Fingerprint(JsonElement population) => population.GetProperty("fingerprint").GetString()!;
}
