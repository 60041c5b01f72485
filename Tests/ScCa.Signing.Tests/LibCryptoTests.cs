using ScCa.Signing.Formats;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Both ways against the system's libcrypto.</summary>
public sealed class LibCryptoTests
{
    private const string Missing = "libcrypto 3 is not on this machine";

    // Both ends of what there is, and multiples of G with a leading zero in x (327) and in y (107).
    private static readonly string[] EdgeScalars =
    [
        "0000000000000000000000000000000000000000000000000000000000000001",
        "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54121",
        "0000000000000000000000000000000000000000000000000000000000000147",
        "000000000000000000000000000000000000000000000000000000000000006B",
        "8000000000000000000000000000000000000000000000000000000000000000",
        "00000000000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    ];

    [Fact]
    public void Hashes_agree()
    {
        Assert.SkipUnless(LibCrypto.IsThere, Missing);
        for (var i = 0; i < 10_000; i++)
        {
            var message = Some.Bytes(60, i, i % 1500);
            Assert.Equal(LibCrypto.Sm3(message), Sm3.HashData(message));
        }

        var mebibyte = Some.Bytes(61, 1 << 20);
        Assert.Equal(LibCrypto.Sm3(mebibyte), Sm3.HashData(mebibyte));
    }

    [Fact]
    public void Ciphers_agree()
    {
        Assert.SkipUnless(LibCrypto.IsThere, Missing);
        for (var i = 0; i < 3_000; i++)
        {
            byte[] key = Some.Bytes(62, i, 16), iv = i % 50 == 0 ? [.. Enumerable.Repeat((byte)0xFF, 16)] : Some.Bytes(63, i, 16);
            var message = Some.Bytes(64, i, i % 40 * 16);
            var odd = Some.Bytes(65, i, i % 700);
            var buffer = new byte[Math.Max(message.Length, odd.Length)];
            using var cipher = new Sm4(key);
            cipher.EncryptEcb(message, buffer);
            Assert.Equal(LibCrypto.Sm4("ecb", key, iv, message, encrypt: true), buffer[..message.Length]);
            cipher.EncryptCbc(message, iv, buffer, System.Security.Cryptography.PaddingMode.None);
            Assert.Equal(LibCrypto.Sm4("cbc", key, iv, message, encrypt: true), buffer[..message.Length]);
            cipher.DecryptCbc(message, iv, buffer, System.Security.Cryptography.PaddingMode.None);
            Assert.Equal(LibCrypto.Sm4("cbc", key, iv, message, encrypt: false), buffer[..message.Length]);
            cipher.TransformCtr(odd, iv, buffer);
            Assert.Equal(LibCrypto.Sm4("ctr", key, iv, odd, encrypt: true), buffer[..odd.Length]);
        }
    }

    [Fact]
    public void Signatures_verify_both_ways() => Signatures(200);

    [Fact]
    [Trait("set", "long")]
    public void Ten_thousand_signatures_verify_both_ways() => Signatures(10_000);

    [Fact]
    public void Ciphertexts_open_both_ways() => Ciphertexts(100, 1 << 20);

    [Fact]
    [Trait("set", "long")]
    public void Ten_thousand_ciphertexts_open_both_ways() => Ciphertexts(10_000, 1 << 20);

    private static void Signatures(int count)
    {
        Assert.SkipUnless(LibCrypto.IsThere, Missing);
        var withLeadingZeros = 0;
        for (var done = 0; done < count;)
        {
            using var key = KeyFor(done);
            using var signer = new Sm2SigningKey(key);
            using var theirs = new LibCrypto.Key(key);
            var verifier = new Sm2VerifyKey(key.PublicKey);
            for (var i = 0; i < 10; i++, done++)
            {
                var message = Some.Bytes(66, done, i == 9 && done % 1000 == 9 ? 1 << 20 : i * 13);
                var digest = new byte[32];
                signer.Digest(message, digest);
                var ours = signer.Sign(message);
                withLeadingZeros += ours.Length < 70 ? 1 : 0;
                Assert.True(theirs.VerifyDigest(digest, ours), $"case {done}: ours");
                var made = theirs.SignDigest(digest);
                Assert.True(verifier.Verify(message, made), $"case {done}: theirs");
                digest[0] ^= 1;
                Assert.False(theirs.VerifyDigest(digest, ours));
                Assert.False(verifier.VerifyDigest(digest, made));
            }
        }

        Assert.True(count < 5_000 || withLeadingZeros > 0);
    }

    private static void Ciphertexts(int count, int longest)
    {
        Assert.SkipUnless(LibCrypto.IsThere, Missing);
        for (var i = 0; i < count; i++)
        {
            using var key = KeyFor(i * 10);
            using var theirs = new LibCrypto.Key(key);
            var plaintext = Some.Bytes(67, i, i == 7 ? longest : 1 + (i % 300));
            Assert.Equal(plaintext, theirs.Decrypt(Sm2Encryption.Encrypt(key.PublicKey, plaintext)));
            var ciphertext = theirs.Encrypt(plaintext);
            Assert.True(CiphertextFormat.TryRead(ciphertext, Sm2CiphertextFormat.Asn1, out _, out _, out var c2));
            // libcrypto lets a mask of zeros pass, which the standard forbids and which is refused here.
            if (c2.SequenceEqual(plaintext))
                continue;
            var opened = new byte[ciphertext.Length];
            Assert.Equal(plaintext, opened[..key.Decrypt(ciphertext, opened)]);
        }
    }

    private static Sm2PrivateKey KeyFor(int index)
    {
        if (index / 10 < EdgeScalars.Length)
            return Sm2PrivateKey.FromScalar(Hex.Bytes(EdgeScalars[index / 10]));
        var bytes = Some.Bytes(68, index, 32);
        bytes[0] &= 0x7F;
        return Sm2PrivateKey.FromScalar(bytes);
    }
}
