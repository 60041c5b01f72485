using Xunit;

namespace ScCa.Testing.Tests;

public sealed class GoldenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scca-golden-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_text_that_is_as_reviewed_passes_whatever_its_line_ends()
    {
        Golden.Matches("greeting", "one\r\ntwo\r\n\r\n");
        Golden.Matches("greeting.golden.txt", "one\ntwo");
    }

    [Fact]
    public void A_text_that_differs_fails_and_shows_the_lines()
    {
        var path = Written("a.golden.txt", "one\ntwo\nthree\n");

        var failure = Assert.Throws<TestFailedException>(() => Golden.FileMatches(path, "one\n2\nthree", accept: false));

        Assert.Contains("- two\n+ 2\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("SCCA_GOLDEN=accept", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_file_fails_and_nothing_is_written()
    {
        var path = Path.Combine(folder, "missing.golden.txt");

        var failure = Assert.Throws<TestFailedException>(() => Golden.FileMatches(path, "text", accept: false));

        Assert.Contains("does not exist", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("old\n")]
    public void Accepting_writes_the_file_and_says_so_by_failing_once(string? before)
    {
        var path = before is null ? Path.Combine(folder, "new", "b.golden.txt") : Written("b.golden.txt", before);

        var failure = Assert.Throws<TestFailedException>(() => Golden.FileMatches(path, "new", accept: true));

        Assert.Contains("written", failure.Message, StringComparison.Ordinal);
        Assert.Equal("new\n", File.ReadAllText(path));
        Golden.FileMatches(path, "new", accept: true);
    }

    [Fact]
    public void A_stale_file_and_a_missing_one_are_both_named()
    {
        Written("kept.golden.txt", "");
        Written("stale.golden.txt", "");

        var failure = Assert.Throws<TestFailedException>(() => Golden.FolderHoldsExactly(folder, ["kept.golden.txt", "absent.golden.txt"]));

        Assert.Contains("- missing: absent.golden.txt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ stale:   stale.golden.txt", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kept", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_this_test_holds_exactly_what_is_compared() => Golden.HoldsExactly(["greeting"]);

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
