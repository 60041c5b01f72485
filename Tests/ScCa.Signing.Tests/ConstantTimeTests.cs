using ScCa.Signing.Curve;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Times do not tell secrets apart; planted leaks show that the measurement would.</summary>
[Trait("set", "long")]
public sealed class ConstantTimeTests
{
    private const int Samples = 1_000_000;

    private static readonly byte[] Table = new byte[1 << 24];
    internal static int Sink { get; private set; }

    [Fact]
    public void Signing_takes_as_long_for_any_nonce()
    {
        using var key = Sm2PrivateKey.Generate();
        using var signer = new Sm2SigningKey(key);
        var e = Awkward.Any(20_000, 0);
        Tells_nothing(32, nonce => signer.TrySignDigest(e, U256.Read(nonce), out _, out _));
    }

    [Fact]
    public void Signing_takes_as_long_for_any_key()
    {
        var (e, k) = (Awkward.Any(20_000, 0), Awkward.Below(Number.N, 20_001, 0));
        Sm2Path.Fast.MultiplyBase(k, out var point);
        Tells_nothing(32, d => SignatureEquation.TrySign(Sm2Path.Fast, SignatureEquation.Inverse(Sm2Path.Fast, U256.Read(d)), e, k, point.X, out _, out _));
    }

    [Fact]
    public void Multiplying_takes_as_long_for_any_scalar() =>
        Tells_nothing(32, k => Sm2Path.Fast.Multiply(Sm2Curve.G, U256.Read(k), out _));

    [Fact]
    public void Decrypting_takes_as_long_for_any_key()
    {
        Sm2Path.Fast.MultiplyBase(Awkward.Below(Number.N, 20_002, 0), out var c1);
        byte[] c3 = Some.Bytes(111, 32), c2 = Some.Bytes(112, 64), plaintext = new byte[64];
        Tells_nothing(32, d => EncryptionScheme.TryDecrypt(Sm2Path.Fast, U256.Read(d), c1, c3, c2, plaintext));
    }

    [Theory]
    [InlineData("aes")]
    [InlineData("shuffle")]
    [InlineData("plain")]
    public void SM4_takes_as_long_for_any_key(string path)
    {
        var keys = new uint[32];
        var block = Some.Bytes(113, 128);
        switch (path)
        {
            case "aes" when AesSm4Box.IsSupported:
                Tells_nothing(16, key =>
                {
                    Sm4Blocks.Expand<VectorSm4<AesSm4Box>>(key, keys);
                    VectorSm4<AesSm4Box>.Process(keys, block, block);
                });
                break;
            case "shuffle" when ShuffleSm4Box.IsSupported:
                Tells_nothing(16, key =>
                {
                    Sm4Blocks.Expand<VectorSm4<ShuffleSm4Box>>(key, keys);
                    VectorSm4<ShuffleSm4Box>.Process(keys, block, block);
                });
                break;
            case "plain":
                Tells_nothing(16, key => Sm4Blocks.Expand<PlainSm4>(key, keys));
                break;
        }
    }

    [Fact]
    public void A_planted_early_exit_is_found() => Assert.True(
        Dudect.Measure(16, 100_000, secret =>
        {
            // The fixed secret begins with zero.
            if (secret[0] == 0)
                return;
            for (var i = 0; i < 500; i++)
                Sink += secret[i % 16];
        }) > Dudect.Leak);

    [Fact]
    public void A_planted_table_indexed_by_the_secret_is_found() => Assert.True(
        Dudect.Measure(32, 100_000, secret =>
        {
            var sum = 0;
            for (var i = 0; i < 32; i += 2)
                sum += Table[(secret[i] << 16) | (secret[i + 1] << 8)];
            Sink += sum;
        }) > Dudect.Leak);

    private static void Tells_nothing(int secretBytes, Action<byte[]> operation)
    {
        var t = Dudect.BestOfThree(secretBytes, Samples, operation);
        Assert.True(t < Dudect.NoDifference, $"|t| = {t:F1}");
    }
}
