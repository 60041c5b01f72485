using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Where the standard asks for another k (GB/T 32918.2 §6.1, A5 and A6).</summary>
public sealed class SignatureRestartTests
{
    private static readonly U256 D = Number.Of("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
    private static readonly U256 K = Number.Of("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21");

    public static TheoryData<string> PathNames => Paths.Names;

    [Theory]
    [MemberData(nameof(PathNames))]
    public void A_nonce_that_makes_r_zero_is_not_used(string path) => Assert.False(Signs(path, K, x1 => Scalar.Subtract(default, x1)));

    [Theory]
    [MemberData(nameof(PathNames))]
    public void A_nonce_that_makes_r_its_opposite_is_not_used(string path) =>
        Assert.False(Signs(path, K, x1 => Scalar.Subtract(Scalar.Subtract(default, K), x1)));

    [Theory]
    [MemberData(nameof(PathNames))]
    public void A_nonce_that_makes_s_zero_is_not_used(string path)
    {
        // s = 0 where k = r·d.
        var r = Number.Of("0000000000000000000000000000000000000000000000000000000000BADA55");
        var k = Sm2Path.Reference.MultiplyModN(r, D);
        Assert.False(Signs(path, k, x1 => Scalar.Subtract(r, x1)));
        Assert.True(Signs(path, k, x1 => Scalar.Subtract(Scalar.Add(r, new U256(0, 0, 0, 1)), x1)));
    }

    private static bool Signs(string path, U256 k, Func<U256, U256> digest)
    {
        var arithmetic = Paths.Of(path);
        arithmetic.MultiplyBase(k, out var point);
        return SignatureEquation.TrySign(arithmetic, SignatureEquation.Inverse(arithmetic, D), digest(Scalar.Reduce(point.X)), k, point.X, out _, out _);
    }
}
