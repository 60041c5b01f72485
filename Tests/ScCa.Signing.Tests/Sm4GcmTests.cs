using System.Security.Cryptography;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm4GcmTests
{
    private static readonly byte[] Key = Hex.Bytes("0123456789ABCDEFFEDCBA9876543210");
    private static readonly byte[] Nonce = Hex.Bytes("00001234567800000000ABCD");
    private static readonly byte[] Associated = Hex.Bytes("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");

    private static readonly byte[] Plaintext = Hex.Bytes(
        "AAAAAAAAAAAAAAAA BBBBBBBBBBBBBBBB CCCCCCCCCCCCCCCC DDDDDDDDDDDDDDDD EEEEEEEEEEEEEEEE FFFFFFFFFFFFFFFF EEEEEEEEEEEEEEEE AAAAAAAAAAAAAAAA");

    [Fact]
    public void The_example_of_RFC_8998_holds_both_ways()
    {
        using var gcm = new Sm4Gcm(Key);
        var ciphertext = new byte[64];
        var tag = new byte[16];
        gcm.Encrypt(Nonce, Plaintext, ciphertext, tag, Associated);
        Assert.Equal(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D",
            Hex.Of(ciphertext));
        Assert.Equal("83DE3541E4C2B58177E065A9BF7B62EC", Hex.Of(tag));
        var opened = new byte[64];
        gcm.Decrypt(Nonce, ciphertext, tag, opened, Associated);
        Assert.Equal(Plaintext, opened);
    }

    [Fact]
    public void Whatever_is_altered_opens_nothing()
    {
        using var gcm = new Sm4Gcm(Key);
        var ciphertext = new byte[64];
        var tag = new byte[16];
        gcm.Encrypt(Nonce, Plaintext, ciphertext, tag, Associated);
        Refuses(gcm, Flip(Nonce), ciphertext, tag, Associated);
        Refuses(gcm, Nonce, Flip(ciphertext), tag, Associated);
        Refuses(gcm, Nonce, ciphertext, Flip(tag), Associated);
        Refuses(gcm, Nonce, ciphertext, tag, Flip(Associated));
        Refuses(gcm, Nonce, ciphertext[..63], tag, Associated);
        Assert.Throws<ArgumentException>(() => gcm.Decrypt(Nonce, ciphertext, tag.AsSpan(0, 11), new byte[64], Associated));
        Assert.Throws<ArgumentException>(() => gcm.Decrypt(Nonce.AsSpan(0, 11), ciphertext, tag, new byte[64], Associated));
        Assert.Throws<ArgumentException>(() => gcm.Decrypt(Nonce, ciphertext, tag, new byte[63], Associated));
    }

    [Fact]
    public void The_paths_hash_alike()
    {
        if (!ClmulGhash.IsSupported)
            return;
        for (var i = 0; i < 200; i++)
        {
            var key = i == 0 ? [.. Enumerable.Repeat((byte)0xFF, 16)] : Some.Bytes(20, i, 16);
            var message = Some.Bytes(21, i, i);
            var plain = Some.Bytes(22, i, 16);
            var fast = plain.ToArray();
            PlainGhash.Update(key, plain, message);
            ClmulGhash.Update(key, fast, message);
            Assert.Equal(plain, fast);
        }
    }

    private static void Refuses(Sm4Gcm gcm, byte[] nonce, byte[] ciphertext, byte[] tag, byte[] associated)
    {
        var opened = Some.Bytes(23, ciphertext.Length);
        Assert.Throws<AuthenticationTagMismatchException>(() => gcm.Decrypt(nonce, ciphertext, tag, opened, associated));
        Assert.Equal(new byte[ciphertext.Length], opened);
    }

    private static byte[] Flip(byte[] bytes)
    {
        var flipped = bytes.ToArray();
        flipped[bytes.Length / 2] ^= 0x10;
        return flipped;
    }
}
