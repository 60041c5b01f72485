using FsCheck.Fluent;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Domain.Tests.Platforms;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("300", 30000)]
    [InlineData("300.5", 30050)]
    [InlineData("300.05", 30005)]
    [InlineData("0.01", 1)]
    [InlineData("0", 0)]
    [InlineData("-0.01", -1)]
    [InlineData("-12.30", -1230)]
    [InlineData("007", 700)]
    [InlineData("9999999999.99", 999999999999)]
    public void An_amount_is_read_to_the_fen(string text, long fen) => Assert.Equal(fen, Money.Parse(text).Fen);

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.005")]
    [InlineData("1.000")]
    [InlineData("1,000.00")]
    [InlineData("1e2")]
    [InlineData("--1")]
    [InlineData("１")]
    [InlineData("¥1")]
    [InlineData("300.00000000000000000000000000000001")]
    [InlineData("10000000000")]
    [InlineData("79228162514264337593543950335")]
    public void Anything_else_is_refused_and_never_rounded(string text)
    {
        Assert.Null(Money.TryParse(text));
        Assert.Throws<FormatException>(() => Money.Parse(text));
    }

    [Fact]
    public void It_is_written_as_it_is_read() => Property.Check(
        Gen.Choose(-2_000_000, 2_000_000),
        fen => Assert.Equal(fen, Money.Parse(Money.FromFen(fen).Value).Fen));

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(-12345, "-123.45")]
    public void It_always_shows_two_decimals(long fen, string text) => Assert.Equal(text, Money.FromFen(fen).ToString());

    [Fact]
    public void Sums_and_comparisons_are_those_of_the_fen()
    {
        var (one, two) = (Money.FromYuan(1), Money.FromYuan(2));

        Assert.Equal(Money.FromYuan(3), one + two);
        Assert.Equal(Money.FromYuan(-1), one - two);
        Assert.Equal(Money.FromYuan(6), two * 3);
        Assert.True(one < two && two > one && one <= two && two >= one);
        Assert.False(one < one + Money.Zero || one > one + Money.Zero);
        Assert.True(one <= one + Money.Zero && one >= one + Money.Zero);
        Assert.Equal([one, two, two + one], new[] { two, two + one, one }.Order());
        Assert.Equal((-1, 0, 1), (one.CompareTo(two), one.CompareTo(one + Money.Zero), two.CompareTo(one)));
        Assert.True(one.CompareTo(null) > 0);
    }

    [Fact, Trait("rule", "P2")]
    public void P2_Beyond_is_what_is_left_and_never_below_zero()
    {
        Assert.Equal(Money.FromYuan(50), Money.FromYuan(450).Beyond(Money.FromYuan(400)));
        Assert.Equal(Money.Zero, Money.FromYuan(400).Beyond(Money.FromYuan(400)));
        Assert.Equal(Money.Zero, Money.FromYuan(300).Beyond(Money.FromYuan(400)));
    }
}
