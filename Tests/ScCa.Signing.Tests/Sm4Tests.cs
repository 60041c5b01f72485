using System.Security.Cryptography;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm4Tests
{
    private static readonly byte[] Key = Hex.Bytes("0123456789ABCDEFFEDCBA9876543210");
    private static readonly byte[] Iv = Hex.Bytes("000102030405060708090A0B0C0D0E0F");
    private static readonly byte[] Twice = [.. Key, .. Key];

    public static TheoryData<string> PathNames => ["plain", "shuffle", "aes"];

    [Theory]
    [MemberData(nameof(PathNames))]
    public void The_standards_example_holds_on_every_path(string path)
    {
        if (!IsSupported(path))
            return;
        var block = Key.ToArray();
        Process(path, Keys(path, Key), block, block);
        Assert.Equal("681EDF34D206965E86B3E94F536E4246", Hex.Of(block));
    }

    [Theory]
    [InlineData("plain", 1_000)]
    [InlineData("shuffle", 1_000_000)]
    [InlineData("aes", 1_000_000)]
    public void Encrypted_again_and_again_it_stays_right(string path, int times)
    {
        if (!IsSupported(path))
            return;
        var keys = Keys(path, Key);
        var block = Key.ToArray();
        for (var i = 0; i < times; i++)
            Process(path, keys, block, block);
        var expected = Key.ToArray();
        if (times < 1_000_000)
        {
            using var cipher = new Sm4(Key);
            for (var i = 0; i < times; i++)
                cipher.EncryptEcb(expected, expected);
        }
        else
        {
            expected = Hex.Bytes("595298C7C6FD271F0402F804C33D3F66");
        }

        Assert.Equal(Hex.Of(expected), Hex.Of(block));
    }

    [Fact]
    public void The_paths_substitute_every_byte_alike()
    {
        for (uint value = 0; value < 256; value++)
        {
            var word = value * 0x01010101;
            var expected = PlainSm4.Box[(int)value] * 0x01010101u;
            Assert.Equal(expected, PlainSm4.Substitute(word));
            if (ShuffleSm4Box.IsSupported)
                Assert.Equal(expected, VectorSm4<ShuffleSm4Box>.Substitute(word));
            if (AesSm4Box.IsSupported)
                Assert.Equal(expected, VectorSm4<AesSm4Box>.Substitute(word));
        }
    }

    [Theory]
    [InlineData("shuffle")]
    [InlineData("aes")]
    public void The_paths_agree_for_any_number_of_blocks(string path)
    {
        if (!IsSupported(path))
            return;
        for (var blocks = 0; blocks <= 20; blocks++)
        {
            var key = Some.Bytes(10, blocks, 16);
            var message = Some.Bytes(11, blocks, blocks * 16);
            var expected = new byte[message.Length];
            var actual = new byte[message.Length];
            Process("plain", Keys("plain", key), message, expected);
            Process(path, Keys(path, key), message, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void The_modes_give_the_examples()
    {
        using var cipher = new Sm4(Key);
        var result = new byte[32];
        cipher.EncryptCbc(Twice, Iv, result, PaddingMode.None);
        Assert.Equal("A9A268883A336315BAC0C9C9FF350AB1B236A4A85616D4AABF0A83555C7D4115", Hex.Of(result));
        cipher.DecryptCbc(result, Iv, result, PaddingMode.None);
        Assert.Equal(Twice, result);
        cipher.TransformCtr(Twice, Iv, result);
        Assert.Equal("07BBD906B40DA542D4514D1A97FCCB7A6E24482CC90831EE244DA97DF7549F0A", Hex.Of(result));
        cipher.TransformCtr(result, Iv, result);
        Assert.Equal(Twice, result);
        cipher.EncryptEcb(Twice, result);
        Assert.Equal("681EDF34D206965E86B3E94F536E4246681EDF34D206965E86B3E94F536E4246", Hex.Of(result));
        cipher.DecryptEcb(result, result);
        Assert.Equal(Twice, result);
    }

    [Fact]
    public void Any_length_comes_back()
    {
        using var cipher = new Sm4(Key);
        var counter = Hex.Bytes("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE");
        for (var length = 0; length < 600; length += length < 70 ? 1 : 37)
        {
            var message = Some.Bytes(12, length, length);
            var buffer = new byte[length + 16];
            var written = cipher.EncryptCbc(message, Iv, buffer);
            Assert.Equal(length + 16 - (length % 16), written);
            Assert.Equal(message, buffer[..cipher.DecryptCbc(buffer.AsSpan(0, written), Iv, buffer)]);
            written = cipher.EncryptEcb(message, buffer, PaddingMode.PKCS7);
            Assert.Equal(message, buffer[..cipher.DecryptEcb(buffer.AsSpan(0, written), buffer, PaddingMode.PKCS7)]);
            cipher.TransformCtr(message, counter, buffer);
            cipher.TransformCtr(buffer.AsSpan(0, length), counter, buffer);
            Assert.Equal(message, buffer[..length]);
        }
    }

    [Fact]
    public void The_counter_runs_over_into_its_first_byte()
    {
        using var cipher = new Sm4(Key);
        var stream = new byte[48];
        cipher.TransformCtr(new byte[48], Hex.Bytes("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE"), stream);
        var expected = new byte[48];
        cipher.EncryptEcb(Hex.Bytes("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF 00000000000000000000000000000000"), expected);
        Assert.Equal(expected, stream);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("11")]
    [InlineData("FF")]
    [InlineData("0303")]
    [InlineData("0203")]
    public void Wrong_padding_is_refused_and_leaves_nothing(string ending)
    {
        using var cipher = new Sm4(Key);
        var end = Hex.Bytes(ending);
        byte[] block = [.. Hex.Bytes("DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD").Take(16 - end.Length), .. end];
        var buffer = new byte[16];
        cipher.EncryptEcb(block, buffer);
        Assert.Throws<CryptographicException>(() => cipher.DecryptEcb(buffer, buffer, PaddingMode.PKCS7));
        Assert.Equal(new byte[16], buffer);
    }

    [Fact]
    public void Parts_of_blocks_and_unknown_paddings_are_refused()
    {
        using var cipher = new Sm4(Key);
        Assert.Throws<CryptographicException>(() => cipher.DecryptCbc(new byte[17], Iv, new byte[32]));
        Assert.Throws<CryptographicException>(() => cipher.DecryptCbc([], Iv, new byte[32]));
        Assert.Throws<ArgumentException>(() => cipher.EncryptCbc(new byte[17], Iv, new byte[32], PaddingMode.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => cipher.EncryptEcb(new byte[16], new byte[32], PaddingMode.ISO10126));
        Assert.Throws<ArgumentException>(() => cipher.EncryptCbc(new byte[16], Iv, new byte[31]));
        Assert.Throws<ArgumentException>(() => new Sm4(new byte[15]));
    }

    [Fact]
    public void A_key_that_was_disposed_of_serves_no_more()
    {
        var cipher = new Sm4(Key);
        cipher.Dispose();
        Assert.Throws<ObjectDisposedException>(() => cipher.EncryptEcb(Key, new byte[16]));
    }

    private static bool IsSupported(string path) => path switch { "aes" => AesSm4Box.IsSupported, "shuffle" => ShuffleSm4Box.IsSupported, _ => true };

    private static uint[] Keys(string path, byte[] key)
    {
        var keys = new uint[32];
        switch (path)
        {
            case "aes":
                Sm4Blocks.Expand<VectorSm4<AesSm4Box>>(key, keys);
                break;
            case "shuffle":
                Sm4Blocks.Expand<VectorSm4<ShuffleSm4Box>>(key, keys);
                break;
            default:
                Sm4Blocks.Expand<PlainSm4>(key, keys);
                break;
        }

        return keys;
    }

    private static void Process(string path, uint[] keys, byte[] source, byte[] destination)
    {
        switch (path)
        {
            case "aes":
                VectorSm4<AesSm4Box>.Process(keys, source, destination);
                break;
            case "shuffle":
                VectorSm4<ShuffleSm4Box>.Process(keys, source, destination);
                break;
            default:
                PlainSm4.Process(keys, source, destination);
                break;
        }
    }
}
