using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Domain.Tests.Certificates;

public sealed class CertificateNameTests
{
    [Theory, Trait("rule", "P1")]
    [InlineData("甲(集团)公司", "甲（集团）公司")]
    [InlineData("甲(集团)公司", "甲（集团)公司")]
    [InlineData("甲(集团)公司", " 甲(集团)公司\u3000")]
    [InlineData("ABC 123 公司", "ＡＢＣ\u3000１２３ 公司")]
    [InlineData("甲!~公司", "甲！～公司")]
    public void P1_Width_brackets_and_outer_blanks_make_no_difference(string name, string account)
    {
        Assert.True(CertificateName.Parse(name).IsSameNameAs(account));
        Assert.True(CertificateName.Parse(account).IsSameNameAs(name));
    }

    [Theory, Trait("rule", "P1")]
    [InlineData("甲(集团)公司", "甲集团公司")]
    [InlineData("甲公司", "甲 公司")]
    [InlineData("甲公司", "乙公司")]
    [InlineData("ABC公司", "abc公司")]
    [InlineData("甲公司", "甲公司。")]
    [InlineData("甲公司", "")]
    public void P1_Anything_else_does(string name, string account) => Assert.False(CertificateName.Parse(name).IsSameNameAs(account));

    [Fact, Trait("rule", "P1")]
    public void P1_The_name_stays_as_it_is_written() => Assert.Equal("甲（集团）公司", CertificateName.Parse("甲（集团）公司").Value);

    [Fact]
    public void The_whole_full_width_block_folds_to_ASCII_and_nothing_else_does()
    {
        for (var c = '\u0021'; c <= '\u007E'; c++)
            Assert.Equal(c.ToString(), CertificateName.Normalise(((char)(c + 0xFEE0)).ToString()));
        Assert.Equal("\uFF00", CertificateName.Normalise("\uFF00"));
        Assert.Equal("\uFF5F", CertificateName.Normalise("\uFF5F"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData("甲\n公司")]
    [InlineData("甲\u0000公司")]
    public void A_name_has_visible_characters_and_no_control_characters(string text) =>
        Assert.Throws<FormatException>(() => CertificateName.Parse(text));

    [Fact]
    public void A_name_has_at_most_200_characters()
    {
        Assert.Equal(200, CertificateName.Parse(new string('甲', 200)).Value.Length);
        Assert.Throws<FormatException>(() => CertificateName.Parse(new string('甲', 201)));
    }
}
