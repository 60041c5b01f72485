using System.Security.Cryptography;
using System.Text;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm3Tests
{
    public static TheoryData<string, int, string> Vectors => new()
    {
        { "", 1, "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b" },
        { "abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0" },
        { "abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732" },
        { "a", 1_000_000, "c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_standards_examples_hold_on_every_path(string text, int times, string hash)
    {
        var message = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
        Span<byte> plain = stackalloc byte[32];
        Span<byte> fast = stackalloc byte[32];

        Sm3State<PlainSm3>.Hash(message, plain);
        Sm3State<UnrolledSm3>.Hash(message, fast);

        Assert.Equal(hash, Convert.ToHexStringLower(plain));
        Assert.Equal(hash, Convert.ToHexStringLower(fast));
        Assert.Equal(hash, Convert.ToHexStringLower(Sm3.HashData(message)));
    }

    [Fact]
    public void The_paths_agree_at_every_length_up_to_five_blocks()
    {
        var message = Some.Bytes(1, 320);
        Span<byte> plain = stackalloc byte[32];
        Span<byte> fast = stackalloc byte[32];
        for (var length = 0; length <= message.Length; length++)
        {
            Sm3State<PlainSm3>.Hash(message.AsSpan(0, length), plain);
            Sm3State<UnrolledSm3>.Hash(message.AsSpan(0, length), fast);
            Assert.True(plain.SequenceEqual(fast), $"{length} bytes");
        }
    }

    [Fact]
    public void A_message_may_come_in_pieces_cut_anywhere()
    {
        var message = Some.Bytes(2, 200);
        var whole = Sm3.HashData(message);
        using var hash = new Sm3Hash();
        Span<byte> pieced = stackalloc byte[32];
        for (var first = 0; first <= message.Length; first++)
        {
            var second = first + ((message.Length - first) / 2);
            hash.Append(message.AsSpan(0, first));
            hash.Append(message.AsSpan(first, second - first));
            hash.GetCurrentHash(pieced);
            Assert.Equal(Sm3.HashData(message.AsSpan(0, second)), pieced);
            hash.Append(message.AsSpan(second));
            hash.GetHashAndReset(pieced);
            Assert.Equal(whole, pieced);
        }
    }

    [Fact]
    public void The_frameworks_shape_hashes_streams_and_starts_anew()
    {
        var message = Some.Bytes(3, 100_000);
        using HashAlgorithm algorithm = new Sm3HashAlgorithm();

        Assert.Equal(256, algorithm.HashSize);
        Assert.Equal(Sm3.HashData(message), algorithm.ComputeHash(new MemoryStream(message)));
        Assert.Equal(Sm3.HashData(message), algorithm.ComputeHash(message));
        Span<byte> small = stackalloc byte[31];
        Assert.False(algorithm.TryComputeHash(message, small, out _));
        Span<byte> enough = stackalloc byte[32];
        algorithm.Initialize();
        Assert.True(algorithm.TryComputeHash(message, enough, out var written));
        Assert.Equal(32, written);
        Assert.Equal(Sm3.HashData(message), enough);
    }

    [Theory]
    [InlineData("0b*20", "Hi There", "51b00d1fb49832bfb01c3ce27848e59f871d9ba938dc563b338ca964755cce70")]
    [InlineData("Jefe", "what do ya want for nothing?", "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882")]
    [InlineData("aa*20", "dd*50", "dd9421e1c725bdf52ec1aa34edadb3c97f5951a83a2fa93f73a7902bc1dcc777")]
    public void Codes_of_messages_are_those_of_the_standard(string key, string data, string code)
    {
        using var hmac = new HmacSm3(Repeated(key));
        Span<byte> computed = stackalloc byte[32];
        for (var again = 0; again < 2; again++)
        {
            foreach (var piece in Repeated(data).Chunk(7))
                hmac.Append(piece);
            hmac.GetHashAndReset(computed);
            Assert.Equal(code, Convert.ToHexStringLower(computed));
        }

        HmacSm3.HashData(Repeated(key), Repeated(data), computed);
        Assert.Equal(code, Convert.ToHexStringLower(computed));
    }

    [Fact]
    public void A_long_key_of_a_code_is_hashed_first()
    {
        var key = Some.Bytes(4, 65);
        Span<byte> byKey = stackalloc byte[32];
        Span<byte> byHash = stackalloc byte[32];
        HmacSm3.HashData(key, "m"u8, byKey);
        HmacSm3.HashData(Sm3.HashData(key), "m"u8, byHash);
        Assert.Equal(byHash, byKey);
    }

    [Fact]
    public void Derived_keys_are_cut_from_one_stream()
    {
        var z = Some.Bytes(5, 64);
        var longest = new byte[200];
        Sm3Kdf.Derive(z, longest);
        Assert.Equal(Sm3.HashData([.. z, 0, 0, 0, 1]), longest[..32]);
        Assert.Equal(Sm3.HashData([.. z, 0, 0, 0, 7])[..8], longest[192..]);
        for (var length = 0; length < longest.Length; length++)
        {
            var shorter = new byte[length];
            Sm3Kdf.Derive(z, shorter);
            Assert.Equal(longest[..length], shorter);
        }
    }

    [Fact]
    public void A_destination_that_is_too_short_is_the_callers_defect()
    {
        using var hash = new Sm3Hash();
        Assert.Throws<ArgumentException>(() => Sm3.HashData("a"u8, new byte[31]));
        Assert.Throws<ArgumentException>(() => hash.GetHashAndReset(new byte[31]));
        Assert.Throws<ArgumentException>(() => HmacSm3.HashData("k"u8, "a"u8, new byte[31]));
    }

    private static byte[] Repeated(string text) => text.Split('*') is [var hex, var times]
        ? [.. Enumerable.Repeat(Convert.FromHexString(hex)[0], int.Parse(times))]
        : Encoding.ASCII.GetBytes(text);
}
