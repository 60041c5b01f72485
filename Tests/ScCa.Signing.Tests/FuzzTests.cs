using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Malformed input, from good input altered: only the documented refusal, never an acceptance, never an end without answer.</summary>
public sealed class FuzzTests
{
    private const int Usual = 100_000;
    private const int Long = 10_000_000;

    private static readonly Sm2PrivateKey Key = Sm2PrivateKey.FromScalar(Hex.Bytes("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8"));

    [Fact]
    public void Altered_input_is_refused() => Fuzz(Usual);

    [Fact]
    [Trait("set", "long")]
    public void Altered_input_is_refused_ten_million_times() => Fuzz(Long);

    private static void Fuzz(int count)
    {
        using var signer = new Sm2SigningKey(Key);
        var verifier = new Sm2VerifyKey(Key.PublicKey);
        var message = Some.Bytes(100, 40);
        var signature = signer.Sign(message);
        var pkcs8 = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
        Key.ExportPkcs8(pkcs8);
        var spki = Key.PublicKey.ExportSubjectPublicKeyInfo();
        var ciphertext = Sm2Encryption.Encrypt(Key.PublicKey, message);
        var envelope = Sm2EnvelopedKey.Seal(Key.PublicKey, Key);
        var opened = new byte[4096];
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            switch (i % 20)
            {
                case 0:
                    if (Altered(random, ciphertext) is { } altered)
                        Refuses(() => Key.Decrypt(altered, opened), i);
                    break;
                case 1:
                    if (Altered(random, pkcs8) is { } privateKey)
                        Refuses(() => Sm2PrivateKey.FromPkcs8(privateKey).Dispose(), i);
                    break;
                case 2:
                    if (Altered(random, envelope) is { } sealedKey)
                        RefusesOrIsTheSame(sealedKey, i);
                    break;
                case 3 or 4 or 5:
                    if (Altered(random, spki) is { } publicKey)
                        Refuses(() => Sm2PublicKey.FromSubjectPublicKeyInfo(publicKey), i);
                    break;
                default:
                    if (Altered(random, signature) is { } der && verifier.Verify(message, der))
                        Assert.Fail($"case {i}: {Hex.Of(der)} verifies");
                    break;
            }
        }
    }

    // The algorithm may be named in two ways, and one is made of the other by one byte: the key inside is the same then.
    private static void RefusesOrIsTheSame(byte[] envelope, int index)
    {
        try
        {
            using var key = Sm2EnvelopedKey.Open(envelope, Key);
            Assert.Equal(Key.PublicKey, key.PublicKey);
        }
        catch (Sm2RefusedException e)
        {
            Assert.True(e.Refusal is Sm2Refusal.EnvelopeMalformed or Sm2Refusal.EnvelopeRejected, $"case {index}");
        }
    }

    private static void Refuses(Action action, int index)
    {
        try
        {
            action();
        }
        catch (Sm2RefusedException)
        {
            return;
        }

        Assert.Fail($"case {index} was accepted");
    }

    private static byte[]? Altered(Random random, byte[] good)
    {
        var bytes = new List<byte>(good);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, random.Next(2) == 0 ? (byte)0 : (byte)random.Next(256));
                    break;
                case 3 when bytes.Count > 1:
                    bytes.RemoveAt(at);
                    break;
                case 4 when at > 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    // Headers are where parsers go wrong.
                    bytes[random.Next(Math.Min(8, bytes.Count))] = (byte)random.Next(256);
                    break;
            }
        }

        var altered = bytes.ToArray();
        return altered.AsSpan().SequenceEqual(good) ? null : altered;
    }
}
