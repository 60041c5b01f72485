using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;
using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Domain.Tests.Certificates;

public sealed class SerialNumberTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("80")]
    [InlineData("FF00FF")]
    [InlineData("7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void A_serial_reads_as_it_is_written(string text) => Assert.Equal(text, SerialNumber.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("ff")]
    [InlineData("1G")]
    [InlineData("-1")]
    [InlineData(" 1")]
    [InlineData("１")]
    [InlineData("7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void Anything_but_upper_case_hex_without_leading_zeros_and_of_at_most_40_digits_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SerialNumber.Parse(text));

    [Fact, Trait("rule", "C1")]
    public void C1_From_16_random_octets_only_the_top_bit_is_set()
    {
        Assert.Equal("80000000000000000000000000000000", SerialNumber.FromRandom(new byte[16]).Value);
        Assert.Equal("FFEEDDCCBBAA99887766554433221100", SerialNumber.FromRandom(Convert.FromHexString("7FEEDDCCBBAA99887766554433221100")).Value);
        Assert.Equal("FFEEDDCCBBAA99887766554433221100", SerialNumber.FromRandom(Convert.FromHexString("FFEEDDCCBBAA99887766554433221100")).Value);
    }

    [Theory, Trait("rule", "C1")]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void C1_Neither_more_nor_fewer_random_octets_will_do(int octets) =>
        Assert.Throws<ArgumentException>(() => SerialNumber.FromRandom(new byte[octets]));

    [Theory]
    [InlineData("1", "01")]
    [InlineData("7F", "7F")]
    [InlineData("80", "0080")]
    [InlineData("100", "0100")]
    [InlineData("FFFF", "00FFFF")]
    [InlineData("80000000000000000000000000000000", "0080000000000000000000000000000000")]
    public void A_DER_integer_is_positive_and_as_short_as_can_be(string serial, string content) =>
        Assert.Equal(content, Convert.ToHexString(SerialNumber.Parse(serial).ToDerInteger()));

    [Fact]
    public void Its_DER_integer_is_what_the_framework_writes_for_the_same_number() => Property.Check(
        Gen.Choose(1, 20).SelectMany(length => Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(length)),
        octets =>
        {
            var hex = Convert.ToHexString(octets).TrimStart('0');
            if (hex.Length == 0)
                return;
            var writer = new AsnWriter(AsnEncodingRules.DER);
            writer.WriteInteger(BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

            var content = SerialNumber.Parse(hex).ToDerInteger();

            Assert.Equal(writer.Encode(), [0x02, (byte)content.Length, .. content]);
        });
}
