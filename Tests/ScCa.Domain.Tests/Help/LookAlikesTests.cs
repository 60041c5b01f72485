using ScCa.Domain.Help;
using Xunit;

namespace ScCa.Domain.Tests.Help;

public sealed class LookAlikesTests
{
    private static readonly LookAlikes Alike = new(["0o", "1li", "日曰"]);

    [Theory]
    [InlineData("O0o", "000")]
    [InlineData("Ｏ，０ ｏ！", "000")]
    [InlineData("LI1|", "111")]
    [InlineData("曰日", "日日")]
    [InlineData("UKey-4（四川）", "ukey4四川")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    public void A_text_is_reduced_to_what_it_is_compared_by(string text, string folded) => Assert.Equal(folded, Alike.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more() => Property.Check<string>(text => Alike.Fold(Alike.Fold(text ?? "")) == Alike.Fold(text ?? ""));

    [Fact]
    public void A_long_text_is_cut_at_what_counts() => Assert.Equal("ab", Alike.Fold("a , b c", 2));

    [Fact]
    public void A_text_longer_than_any_buffer_is_folded_too() => Assert.Equal(5000, Alike.Fold(new string('字', 5000)).Length);
}
