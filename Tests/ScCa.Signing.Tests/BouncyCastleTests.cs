using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Both ways against Bouncy Castle, which writes C1C2C3.</summary>
public sealed class BouncyCastleTests
{
    private static readonly ECDomainParameters Domain = new(GMNamedCurves.GetByName("sm2p256v1"));

    [Fact]
    public void Signatures_verify_both_ways_under_any_identity()
    {
        for (var i = 0; i < 40; i++)
        {
            using var key = Sm2PrivateKey.Generate();
            byte[] identity = Some.Bytes(80, i, i), message = Some.Bytes(81, i, i * 50);
            using var signer = new Sm2SigningKey(key, identity);
            var theirs = new SM2Signer();
            theirs.Init(true, new ParametersWithID(new ParametersWithRandom(Private(key), new SecureRandom()), identity));
            theirs.BlockUpdate(message, 0, message.Length);
            Assert.True(new Sm2VerifyKey(key.PublicKey, identity).Verify(message, theirs.GenerateSignature()));
            theirs.Init(false, new ParametersWithID(Public(key), identity));
            theirs.BlockUpdate(message, 0, message.Length);
            Assert.True(theirs.VerifySignature(signer.Sign(message)));
        }
    }

    [Fact]
    public void Ciphertexts_open_both_ways()
    {
        for (var i = 1; i < 40; i++)
        {
            using var key = Sm2PrivateKey.Generate();
            var plaintext = Some.Bytes(82, i, i * i);
            var theirs = new SM2Engine();
            theirs.Init(false, Private(key));
            var ours = Sm2Encryption.Encrypt(key.PublicKey, plaintext, Sm2CiphertextFormat.C1C2C3);
            Assert.Equal(plaintext, theirs.ProcessBlock(ours, 0, ours.Length));
            theirs.Init(true, new ParametersWithRandom(Public(key), new SecureRandom()));
            var opened = new byte[plaintext.Length];
            Assert.Equal(plaintext.Length, key.Decrypt(theirs.ProcessBlock(plaintext, 0, plaintext.Length), opened, Sm2CiphertextFormat.C1C2C3));
            Assert.Equal(plaintext, opened);
        }
    }

    [Fact]
    public void Authenticated_encryption_agrees()
    {
        for (var i = 0; i < 300; i++)
        {
            byte[] key = Some.Bytes(83, i, 16), nonce = Some.Bytes(84, i, 12), message = Some.Bytes(85, i, i), associated = Some.Bytes(86, i, i % 37);
            using var gcm = new Sm4Gcm(key);
            byte[] ciphertext = new byte[i], tag = new byte[16];
            gcm.Encrypt(nonce, message, ciphertext, tag, associated);
            var theirs = new GcmBlockCipher(new SM4Engine());
            theirs.Init(true, new AeadParameters(new KeyParameter(key), 128, nonce, associated));
            var expected = new byte[theirs.GetOutputSize(i)];
            var written = theirs.ProcessBytes(message, 0, i, expected, 0);
            theirs.DoFinal(expected, written);
            Assert.Equal(expected, (byte[])[.. ciphertext, .. tag]);
        }
    }

    [Fact]
    public void Hashes_agree()
    {
        for (var i = 0; i < 500; i++)
        {
            var message = Some.Bytes(87, i, i);
            var digest = new SM3Digest();
            digest.BlockUpdate(message, 0, i);
            var expected = new byte[32];
            digest.DoFinal(expected, 0);
            Assert.Equal(expected, Sm3.HashData(message));
        }
    }

    private static ECPrivateKeyParameters Private(Sm2PrivateKey key)
    {
        var scalar = new byte[32];
        key.ExportScalar(scalar);
        return new(new BigInteger(1, scalar), Domain);
    }

    private static ECPublicKeyParameters Public(Sm2PrivateKey key) => new(Domain.Curve.DecodePoint(key.PublicKey.ExportPoint()), Domain);
}
