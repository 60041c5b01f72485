using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>An operator's own policies are configured, or what is wrong with them is told before anything is written.</summary>
public sealed class PolicySettingsTests
{
    [Fact]
    public async Task A_published_policy_that_is_not_there_is_refused_as_ST17()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.At("policies"));
        await File.WriteAllTextAsync(temporary.At("appsettings.json"), """{ "Policies": { "Folder": "policies" } }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(temporary.At("policies"), "published.json"),
            $$"""[{ "platform": "sixth", "version": 3, "digest": "{{new string('0', 64)}}" }]""",
            TestContext.Current.CancellationToken);

        var result = await HostProcess.RunWorker(temporary.Path, "--demo", "--once");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ST17 ", result.Error, StringComparison.Ordinal);
        Assert.Contains("version 3 of sixth", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(temporary.At("data")));
    }
}
