using System.Security.Cryptography;
using FsCheck.Fluent;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

public sealed class SignaturePairTests
{
    [Theory]
    [InlineData("3006020101020102", "3006020101020102")]
    [InlineData("300802020001020200 02", "3006020101020102")]
    [InlineData("3006020180020102", "300702020080020102")]
    [InlineData("30080201010201020500", null)]
    [InlineData("300302 0101", null)]
    [InlineData("3006030101020102", null)]
    [InlineData("30050201010200", null)]
    [InlineData("3006020101020102 00", null)]
    [InlineData("", null)]
    public void A_tokens_own_DER_is_written_anew_or_refused(string der, string? expected)
    {
        var written = SignaturePair.FromDer(Convert.FromHexString(der.Replace(" ", "")));

        Assert.Equal(expected, written is null ? null : Convert.ToHexString(written));
    }

    [Fact]
    public void Numbers_of_more_than_32_octets_are_refused()
    {
        byte[] number = [0x02, 33, 1, .. new byte[32]];

        Assert.Null(SignaturePair.FromDer([0x30, (byte)(number.Length + 3), .. number, 0x02, 1, 1]));
    }

    [Fact]
    public void Raw_and_DER_say_the_same_and_other_lengths_nothing()
    {
        for (var i = 0; i < 200; i++)
        {
            var raw = RandomNumberGenerator.GetBytes(64);
            raw[..(i % 5)].AsSpan().Clear();
            var written = SignaturePair.FromRaw([.. new byte[i % 5], .. raw[(i % 5)..]])!;
            Assert.Equal(written, SignaturePair.FromDer(written));
        }

        Assert.All(new[] { 0, 63, 65, 128 }, length => Assert.Null(SignaturePair.FromRaw(new byte[length])));
    }

    [Fact]
    public void Any_octets_are_read_or_refused_and_never_more_than_that() =>
        Property.Check(ArbMap.Default.ArbFor<byte[]>(), octets => SignaturePair.FromDer(octets) is null or { Length: >= 8 });
}
