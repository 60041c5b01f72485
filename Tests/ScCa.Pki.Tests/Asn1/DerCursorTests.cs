using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using Xunit;

namespace ScCa.Pki.Tests.Asn1;

public sealed class DerCursorTests
{
    [Theory]
    [InlineData("", "nothing")]
    [InlineData("30", "a tag alone")]
    [InlineData("3180", "another tag")]
    [InlineData("3080", "no definite length")]
    [InlineData("3001", "a value that ends early")]
    [InlineData("308100", "two octets for a length of one")]
    [InlineData("30817F", "two octets for a length of one, at its end")]
    [InlineData("30820080", "three octets for a length of two")]
    [InlineData("3083000100", "four octets for a length of three")]
    [InlineData("3084FFFFFFFF", "a length that is none")]
    [InlineData("308500000000", "a length of too many octets")]
    [InlineData("3081", "a length that ends early")]
    [InlineData("30FF", "the length that X.690 keeps free")]
    public void What_is_no_strict_value_is_refused(string hex, string what) =>
        Assert.True(Record.Exception(() => new DerCursor(Convert.FromHexString(hex)).Enter(DerCursor.Sequence)) is AsnContentException, what);

    [Theory]
    [InlineData("0200")]
    [InlineData("02020001")]
    [InlineData("0202FFFF")]
    [InlineData("0202007F")]
    [InlineData("0202FF80")]
    public void A_number_in_more_octets_than_it_needs_is_refused(string hex) =>
        Assert.Throws<AsnContentException>(() => new DerCursor(Convert.FromHexString(hex)).ReadInteger().Length);

    [Theory, InlineData("0101FF", true), InlineData("010100", false), InlineData("010101", null), InlineData("0100", null), InlineData("01020000", null)]
    public void A_boolean_has_two_forms(string hex, bool? value)
    {
        if (value is { } said)
            Assert.Equal(said, new DerCursor(Convert.FromHexString(hex)).ReadBoolean());
        else
            Assert.Throws<AsnContentException>(() => new DerCursor(Convert.FromHexString(hex)).ReadBoolean());
    }

    [Theory, InlineData(0), InlineData(0x7F), InlineData(0x80), InlineData(0xFF), InlineData(0x100), InlineData(0xFFFF), InlineData(0x10000)]
    public void A_header_that_is_written_here_is_read_here_and_elsewhere(int length)
    {
        var value = new byte[DerHeader.SizeMax + length];
        var header = DerHeader.Write(value, DerCursor.OctetString, length);
        var whole = value.AsSpan(0, header + length);

        Assert.Equal((header, length), DerCursor.Measure(whole));
        Assert.Equal(length, AsnDecoder.ReadOctetString(whole, AsnEncodingRules.DER, out var consumed).Length);
        Assert.Equal(whole.Length, consumed);
    }

    [Fact]
    public void It_walks_from_value_to_value()
    {
        var cursor = new DerCursor(Convert.FromHexString("02010530030A0101"));

        Assert.Equal(5, cursor.ReadInteger()[0]);
        Assert.Equal(3, cursor.Position);
        Assert.False(cursor.Has(DerCursor.Integer));
        Assert.Equal(1, cursor.Enter(DerCursor.Sequence).Read(DerCursor.Enumerated)[0]);
        Assert.False(cursor.HasData);
        cursor.RequireEmpty();
    }
}
