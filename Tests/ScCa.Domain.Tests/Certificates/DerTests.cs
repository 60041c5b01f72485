using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Domain.Tests.Certificates;

public sealed class DerTests
{
    [Fact]
    public void Bytes_are_kept_exactly()
    {
        byte[] bytes = [0x30, 0x03, 0x02, 0x01, 0xFF];

        Assert.Equal(bytes, Der.From(bytes).Bytes.ToArray());
        Assert.Equal("MAMCAf8=", Der.From(bytes).Value);
        Assert.Equal(bytes, Der.Parse("MAMCAf8=").Bytes.ToArray());
    }

    [Fact]
    public void They_are_kept_even_where_the_caller_changes_his_copy()
    {
        byte[] bytes = [0x30, 0x00];
        var der = Der.From(bytes);
        bytes[0] = 0x31;

        Assert.Equal([0x30, 0x00], der.Bytes.ToArray());
    }

    [Theory]
    [InlineData("MAMCAf8=")]
    [InlineData(" MAMC\nAf8= ")]
    [InlineData("MAMCAf9=")] // Its last character holds two bits more than the bytes need.
    public void Equal_bytes_are_equal_values_however_they_were_written(string text)
    {
        Assert.Equal(Der.From([0x30, 0x03, 0x02, 0x01, 0xFF]), Der.Parse(text));
        Assert.Equal(Der.From([0x30, 0x03, 0x02, 0x01, 0xFF]).GetHashCode(), Der.Parse(text).GetHashCode());
        Assert.NotEqual(Der.From([0x30, 0x03, 0x02, 0x01, 0xFE]), Der.Parse(text));
    }

    [Theory]
    [InlineData("MAMCAf8")]
    [InlineData("MAMC*f8=")]
    [InlineData("=")]
    public void What_is_not_Base64_is_refused(string text) => Assert.Throws<FormatException>(() => Der.Parse(text));

    [Fact]
    public void In_a_log_only_its_length_is_shown() => Assert.Equal("(2 bytes)", Der.From([0x30, 0x00]).ToString());
}
