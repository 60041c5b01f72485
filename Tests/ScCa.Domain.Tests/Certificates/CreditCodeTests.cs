using System.Numerics;
using FsCheck.Fluent;
using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Domain.Tests.Certificates;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData(" 91350100m000100y43 ")]
    public void A_valid_code_is_kept_in_capitals_without_blanks(string text) => Assert.Equal("91350100M000100Y43", CreditCode.Parse(text).Value);

    [Fact]
    public void Every_other_character_in_any_one_place_is_refused()
    {
        const string code = "91350100M000100Y43";
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var other in Alphabet.Where(c => c != code[place]))
                Assert.Null(CreditCode.TryParse(code[..place] + other + code[(place + 1)..]));
        }
    }

    [Theory]
    [InlineData('I')]
    [InlineData('O')]
    [InlineData('S')]
    [InlineData('V')]
    [InlineData('Z')]
    [InlineData('-')]
    [InlineData('１')]
    public void A_character_that_the_standard_leaves_out_is_refused_in_any_place(char left)
    {
        const string code = "91350100M000100Y43";
        for (var place = 0; place < code.Length; place++)
            Assert.Null(CreditCode.TryParse(code[..place] + left + code[(place + 1)..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100M 000100Y43")]
    public void Eighteen_characters_are_needed(string text)
    {
        Assert.Null(CreditCode.TryParse(text));
        Assert.Throws<FormatException>(() => CreditCode.Parse(text));
    }

    [Fact]
    public void Exactly_one_check_character_completes_any_seventeen() => Property.Check(
        Gen.Choose(0, Alphabet.Length - 1).Select(i => Alphabet[i]).ArrayOf(17),
        first => Assert.Single(Alphabet, check => CreditCode.TryParse(new string(first) + check) is not null));

    /// <summary>GB 32100-2015 §5 in plain arithmetic: weighted with 3^i and the check character with 1, the sum is 0 mod 31.</summary>
    [Fact]
    public void The_weighted_sum_over_all_eighteen_characters_is_a_multiple_of_31() => Property.Check(
        Gen.Choose(0, Alphabet.Length - 1).Select(i => Alphabet[i]).ArrayOf(17),
        first =>
        {
            var code = Alphabet.Select(check => CreditCode.TryParse(new string(first) + check)).Single(c => c is not null)!.Value;
            var sum = code.Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * BigInteger.Pow(3, i < 17 ? i : 0))
                .Aggregate((a, b) => a + b);
            Assert.Equal(0, (int)(sum % 31));
        });
}
