using System.Security.Cryptography;
using ScCa.Issuance.KeyManagement;
using Xunit;

namespace ScCa.Issuance.Tests.KeyManagement;

public sealed class SecretSharingTests
{
    [Fact]
    public void Products_and_inverses_are_those_of_the_field_of_AES()
    {
        // FIPS 197 §4.2: {57}·{83} = {c1}, {57}·{13} = {fe}.
        Assert.Equal(0xC1, GaloisField.Multiply(0x57, 0x83));
        Assert.Equal(0xFE, GaloisField.Multiply(0x57, 0x13));
        for (var a = 1; a < 256; a++)
            Assert.Equal(1, GaloisField.Multiply((byte)a, GaloisField.Invert((byte)a)));
        Assert.Equal(0, GaloisField.Invert(0));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 5)]
    public void Any_shares_as_many_as_it_takes_give_the_secret_and_fewer_give_noise(int threshold, int count)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var shares = SecretSharing.Split(secret, threshold, count).Select((octets, i) => ((byte)(i + 1), octets)).ToList();

        for (var chosen = 0; chosen < 1 << count; chosen++)
        {
            var some = shares.Where((_, i) => (chosen >> i & 1) == 1).ToList();
            var combined = new byte[32];
            SecretSharing.Combine(some, combined);
            Assert.Equal(some.Count >= threshold, secret.AsSpan().SequenceEqual(combined));
        }
    }

    [Fact]
    public void A_share_alone_takes_every_value_alike_whatever_the_secret()
    {
        var seen = new HashSet<byte>();
        for (var i = 0; i < 4096; i++)
            seen.Add(SecretSharing.Split([42], 2, 2)[0][0]);

        Assert.Equal(256, seen.Count);
    }

    [Fact]
    public void A_threshold_that_is_none_is_a_defect()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretSharing.Split([1], 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretSharing.Split([1], 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretSharing.Split([1], 2, 256));
    }
}
