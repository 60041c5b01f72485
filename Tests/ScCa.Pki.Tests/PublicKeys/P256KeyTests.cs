using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using Xunit;

namespace ScCa.Pki.Tests.PublicKeys;

public sealed class P256KeyTests
{
    private const string Prime = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

    // FIPS 186-4 §D.1.2.3: the generator.
    private const string Gx = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    private const string Gy = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    // One of the two points with x = 0: y² = b.
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string RootOfB = "66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4";

    [Theory, InlineData(Gx, Gy), InlineData(Zero, RootOfB)]
    public void Points_of_the_curve_are_keys(string x, string y) =>
        Assert.Equal(PublicKeyKind.EcdsaP256, PublicKey.From(Info("04" + x + y)).Kind);

    [Theory]
    [InlineData("04" + Gx + Gx)]
    [InlineData("04" + Gy + Gx)]
    [InlineData("04" + Zero + Zero)]
    [InlineData("03" + Gx + Gy)]
    [InlineData("02" + Gx)]
    [InlineData("04" + Gx)]
    [InlineData("04" + Gx + Gy + "00")]
    [InlineData("00")]
    // The same point once more: x = p is 0 modulo p.
    [InlineData("04" + Prime + RootOfB)]
    public void Others_are_refused(string point) =>
        Assert.Equal(PkiRefusal.PublicKeyMalformed, Assert.Throws<PkiRefusedException>(() => PublicKey.From(Info(point))).Refusal);

    [Fact]
    public void What_the_framework_takes_for_a_key_is_one_here_and_one_bit_away_is_none()
    {
        for (var i = 0; i < 200; i++)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var info = key.ExportSubjectPublicKeyInfo();
            Assert.Equal(256, PublicKey.From(info).SizeInBits);
            info[^(1 + i % 32)] ^= (byte)(1 << (i % 8));
            Assert.Throws<PkiRefusedException>(() => PublicKey.From(info));
        }
    }

    [Fact]
    public async Task One_key_verifies_from_many_threads_at_once()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = PublicKey.From(ecdsa.ExportSubjectPublicKeyInfo());
        byte[] data = [1, 2, 3];
        var signature = ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                Assert.True(key.Verify(SignatureAlgorithm.EcdsaWithSha256, data, signature));
                Assert.False(key.Verify(SignatureAlgorithm.EcdsaWithSha256, [1, 2, 4], signature));
            }
        })));
    }

    private static byte[] Info(string point)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                writer.WriteObjectIdentifier("1.2.840.10045.3.1.7");
            }

            writer.WriteBitString(Convert.FromHexString(point));
        }

        return writer.Encode();
    }
}
