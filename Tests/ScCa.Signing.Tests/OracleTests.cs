using System.Globalization;
using System.Numerics;
using System.Text;
using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class OracleTests
{
    private static readonly Oracle Recommended = new(
        Number.P, Number.P - 3, Number.Big(Sm2Curve.B), Number.N, Number.Big(Sm2Curve.G.X), Number.Big(Sm2Curve.G.Y));

    [Fact]
    public void The_example_of_part_2_comes_out_on_its_own_curve()
    {
        var curve = new Oracle(
            Big("8542D69E4C044F18E8B92435BF6FF7DE457283915C45517D722EDB8B08F1DFC3"), Big("787968B4FA32C3FD2417842E73BBFEFF2F3C848B6831D7E0EC65228B3937E498"),
            Big("63E4C6D3B23B0C849CF84241484BFE48F61D59A5B16BA06E6E12D1DA27C5249A"), Big("8542D69E4C044F18E8B92435BF6FF7DD297720630485628D5AE74EE7C32E79B7"),
            Big("421DEBD61B62EAB6746434EBC3CC315E32220B3BADD50BDC4C4E6C147FEDD43D"), Big("0680512BCBB42C07D47349D2153B70C4E5D7FDFCBFA36EA1A85841B9E46E09A2"));
        var d = Big("128B2FA8BD433C6C068C8D803DFF79792A519A55171B1B650C23661D15897263");
        var digest = curve.Digest(d, "ALICE123@YAHOO.COM", "message digest");
        Assert.Equal("B524F552CD82B8B028476E005C377FB19A87E6FC682D48BB5D42E3D9B9EFFE76", Hex.Of(digest));
        var (r, s) = curve.Sign(d, Big("6CB28D99385C175C94F94E934817663FC176D925DD72B727260DBAAE1FB2F96F"), new BigInteger(digest, isUnsigned: true, isBigEndian: true));
        Assert.Equal(Big("40F1EC59F793D9F49E09DCEF49130D4194F79FB1EED2CAA55BACDB49C4E755D1"), r);
        Assert.Equal(Big("6FC6DAC32C5D5CF10C77DFB20F7C2EB667A457872FB09EC56327A67EC7DEEBE7"), s);
    }

    [Fact]
    public void On_the_recommended_curve_every_path_signs_as_the_oracle_does()
    {
        for (var i = 0; i < 30; i++)
        {
            var (d, k) = (Awkward.Below(Number.N - 2, 30_000 + i, 0), Awkward.Below(Number.N - 1, 30_000 + i, 1));
            if (d.IsZero || k.IsZero)
                continue;
            var identity = new string('i', i);
            var digest = Recommended.Digest(Number.Big(d), identity, $"message {i}");
            var expected = Recommended.Sign(Number.Big(d), Number.Big(k), new BigInteger(digest, isUnsigned: true, isBigEndian: true));
            using var key = Sm2PrivateKey.FromScalar(Number.Bytes(d));
            foreach (var path in (Sm2Path[])[Sm2Path.Reference, Sm2Path.Fast])
            {
                using var signer = new Sm2SigningKey(key, Encoding.ASCII.GetBytes(identity), path);
                var made = new byte[32];
                signer.Digest(Encoding.ASCII.GetBytes($"message {i}"), made);
                Assert.Equal(digest, made);
                Assert.True(signer.TrySignDigest(U256.Read(digest), k, out var r, out var s));
                Assert.Equal(expected, (Number.Big(r), Number.Big(s)));
            }
        }
    }

    private static BigInteger Big(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
