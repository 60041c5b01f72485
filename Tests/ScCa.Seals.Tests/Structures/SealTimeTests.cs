using System.Formats.Asn1;
using ScCa.Seals.Structures;
using Xunit;

namespace ScCa.Seals.Tests.Structures;

public sealed class SealTimeTests
{
    [Theory]
    [InlineData("18 0F 32303230313030373136303030305A", "2020-10-07T16:00:00Z")]
    [InlineData("18 13 32303230313030373136303030302E3530305A", "2020-10-07T16:00:00.5Z")]
    [InlineData("18 13 32303230313030383030303030302B30383030", "2020-10-07T16:00:00Z")]
    [InlineData("18 0D 3230323031303037313630305A", "2020-10-07T16:00:00Z")]
    [InlineData("18 0E 3230323031303038303030303030", "2020-10-07T16:00:00Z")]
    [InlineData("17 0D 3230313030373136303030305A", "2020-10-07T16:00:00Z")]
    [InlineData("17 11 3230313030383030303030302B30383030", "2020-10-07T16:00:00Z")]
    [InlineData("17 0D 3530303130313030303030305A", "1950-01-01T00:00:00Z")]
    public void Times_are_read_as_they_come(string hex, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), SealTime.Read(new AsnReader(Bytes(hex), AsnEncodingRules.DER)));

    [Theory]
    [InlineData("18 0F 32303230313330373136303030305A")]
    [InlineData("18 0F 32303230303233303136303030305A")]
    [InlineData("18 0F 32303230313030373234303030305A")]
    [InlineData("18 04 32303230")]
    [InlineData("17 0C 323031303037313630303030")]
    [InlineData("0C 0F 32303230313030373136303030305A")]
    [InlineData("18 13 32303230313030383030303030302B39393030")]
    public void What_is_no_time_is_refused(string hex) =>
        Assert.Throws<AsnContentException>(() => SealTime.Read(new AsnReader(Bytes(hex), AsnEncodingRules.DER)));

    [Theory]
    [InlineData("250102000000Z", "2025-01-02T00:00:00Z")]
    [InlineData("090102000000Z", "2009-01-02T00:00:00Z")]
    [InlineData("20250102000000Z", "2025-01-02T00:00:00Z")]
    [InlineData("2025-01-02 08:00:00", "2025-01-02T00:00:00Z")]
    [InlineData("2025-01-02T08:00:00+08:00", "2025-01-02T00:00:00Z")]
    public void The_texts_in_the_place_of_V1_times_are_read_even_where_they_begin_like_a_sequence(string text, string expected)
    {
        var info = SealTimeInfo.OfBits(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(DateTimeOffset.Parse(expected, null), info.Time);
        Assert.Null(info.Timestamp);
    }

    [Fact]
    public void An_encoded_time_in_the_place_of_V1_times_is_read() =>
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero), SealTimeInfo.OfBits(Bytes("17 0D 3235303130323030303030305A")).Time);

    [Fact]
    public void Nonsense_in_the_place_of_V1_times_is_no_time()
    {
        var info = SealTimeInfo.OfBits("yesterday"u8.ToArray());
        Assert.Null(info.Time);
        Assert.Null(info.Timestamp);
    }

    [Fact]
    public void Times_are_written_strictly()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        SealTime.WriteGeneralizedTime(writer, new DateTimeOffset(2020, 10, 8, 0, 0, 0, 500, TimeSpan.FromHours(8)));
        Assert.Equal(Bytes("18 0F 32303230313030373136303030305A"), writer.Encode());
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
