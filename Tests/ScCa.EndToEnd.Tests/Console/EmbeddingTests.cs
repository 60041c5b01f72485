using NodaTime;
using ScCa.Application.Views;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task The_guide_to_embedding_quotes_the_sample_that_is_compiled_here()
    {
        var guide = (await File.ReadAllTextAsync(Repository.At("docs", "embedding.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var samples = Samples(await File.ReadAllLinesAsync(
            Repository.At("Tests", "ScCa.EndToEnd.Tests", "Console", "EmbeddingSample.cs"), TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(["domain", "own port", "whole"], samples.Select(s => s.Name).Order(StringComparer.Ordinal));
        foreach (var (name, code) in samples)
            Assert.True(guide.Contains($"```csharp\n{code}\n```", StringComparison.Ordinal), $"docs/embedding.md does not quote the sample '{name}'. It reads:\n{code}");
        Assert.Equal(samples.Count, guide.Split("```csharp").Length - 1);
    }

    [Fact]
    public async Task The_sample_with_an_own_port_runs()
    {
        using var temporary = new TemporaryFolder();
        var row = await EmbeddingSample.Whole(temporary.At("data"), TestContext.Current.CancellationToken);
        Assert.Equal(Standing.UnderReview, row.Standing);
        Assert.Equal("300.00", row.Charge);
    }

    [Fact]
    public void The_sample_with_the_domain_alone_runs()
    {
        var (charge, received) = EmbeddingSample.DomainAlone(Instant.FromUtc(2026, 1, 5, 1, 0));
        Assert.Equal("300.00", charge);
        Assert.Equal("300.00", received.Amount.Value);
    }

    private static IEnumerable<(string Name, string Code)> Samples(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is not ['/', '/', ' ', 's', 'a', 'm', 'p', 'l', 'e', ':', ' ', .. var name])
                continue;
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            var code = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "// end").Select(line => line.Length > indent ? line[indent..] : line.TrimStart());
            yield return (name, string.Join('\n', code));
        }
    }
}
