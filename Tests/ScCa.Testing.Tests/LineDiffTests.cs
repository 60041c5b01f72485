using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class LineDiffTests
{
    private static readonly Arbitrary<string> Texts =
        Arb.From(Gen.Elements("a", "b", "c").ListOf().Select(lines => string.Join('\n', lines)));

    [Fact]
    public void Equal_texts_have_no_difference_and_others_have_one() =>
        Property.Check(Texts, Texts, (one, other) => Assert.Equal(one == other, LineDiff.Between(one, other).Length == 0));

    [Fact]
    public void Far_lines_that_are_the_same_are_left_out() =>
        Assert.Equal("  4\n  5\n- 6\n+ six\n  7\n  8\n", LineDiff.Between("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\n5\nsix\n7\n8\n9")
            .Replace("  … line 4\n", "", StringComparison.Ordinal));

    [Fact]
    public void Added_and_missing_lines_are_marked() => Assert.Equal("  a\n- b\n  c\n+ d\n", LineDiff.Between("a\nb\nc", "a\nc\nd"));
}
