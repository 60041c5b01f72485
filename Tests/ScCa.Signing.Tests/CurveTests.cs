using System.Numerics;
using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class CurveTests
{
    private const string Gx = "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7";

    public static TheoryData<string> PathNames => Paths.Names;

    public static TheoryData<string, int, string, string> Multiples
    {
        get
        {
            var data = new TheoryData<string, int, string, string>();
            foreach (var path in Paths.Names)
            {
                data.Add(path.Data, 1, Gx, "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0");
                data.Add(path.Data, 2, "56CEFD60D7C87C000D58EF57FA73BA4D9C0DFA08C08A7331495C2E1DA3F2BD52", "31B7E7E6CC8189F668535CE0F8EAF1BD6DE84C182F6C8E716F780D3A970A23C3");
                data.Add(path.Data, 3, "A97F7CD4B3C993B4BE2DAA8CDB41E24CA13F6BD945302244E26918F1D0509EBF", "530B5DD88C688EF5CCC5CEC08A72150F7C400EE5CD045292AAACDD037458F6E6");
                data.Add(path.Data, -1, Gx, "43C8C95C0B098863A642311C9496DEAC2F56788239D5B8C0FD20CD1ADEC60F5F");
                data.Add(path.Data, 327, "00D062045840B1F4B0A64D6E6C5BC582079FC0AF8C366EBA632B35F5E217385B", "5032F04533C064A41A7616CBB528B168C79A247D46F1C3667E1A2F5921ACA9A4");
                data.Add(path.Data, 107, "3B3DE05121FF3A36D9DCD23AC5C15DE8D757AE92795B15410E1ECD9E46466A47", "007B8326EBD1926D5AB4CCCACEFEE53AD6106C43E6EB5C91A11606102E19C39B");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Multiples))]
    public void Multiples_of_the_generator_are_those_of_the_standard(string path, int k, string x, string y)
    {
        var scalar = Number.Of(((k % Number.N) + Number.N) % Number.N);
        Paths.Of(path).MultiplyBase(scalar, out var byBase);
        Assert.True(Paths.Of(path).Multiply(Sm2Curve.G, scalar, out var byPoint));
        Assert.Equal((x, y), (Number.Hex(byBase.X), Number.Hex(byBase.Y)));
        Assert.Equal((x, y), (Number.Hex(byPoint.X), Number.Hex(byPoint.Y)));
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Infinity_is_no_point(string path)
    {
        var arithmetic = Paths.Of(path);
        var opposite = new AffinePoint(Sm2Curve.G.X, Number.Of(Number.P - Number.Big(Sm2Curve.G.Y)));
        Assert.False(arithmetic.Multiply(Sm2Curve.G, default, out _));
        Assert.False(arithmetic.Add(Sm2Curve.G, opposite, out _));
        Assert.True(arithmetic.Add(Sm2Curve.G, Sm2Curve.G, out var twice));
        Assert.Equal("56CEFD60D7C87C000D58EF57FA73BA4D9C0DFA08C08A7331495C2E1DA3F2BD52", Number.Hex(twice.X));
        // n − 1 times, and once more.
        arithmetic.MultiplyBase(Number.Of(Number.N - 1), out var last);
        Assert.False(arithmetic.Add(last, Sm2Curve.G, out _));
        Assert.False(arithmetic.Prepare(Sm2Curve.G).CombinationHas(Number.Of(BigInteger.One), Number.Of(Number.N - 1), default));
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Only_points_of_the_curve_with_coordinates_below_p_are_on_it(string path)
    {
        var arithmetic = Paths.Of(path);
        Assert.True(arithmetic.IsOnCurve(Sm2Curve.G));
        Assert.False(arithmetic.IsOnCurve(new(Sm2Curve.G.Y, Sm2Curve.G.X)));
        Assert.False(arithmetic.IsOnCurve(default));
        Assert.False(arithmetic.IsOnCurve(new(Sm2Curve.P, Sm2Curve.G.Y)));
        Assert.False(arithmetic.IsOnCurve(new(Sm2Curve.G.X, Sm2Curve.P)));
        // A point whose x is small enough that x + p still fits in 256 bits.
        var small = PointWithSmallX();
        Assert.True(arithmetic.IsOnCurve(small));
        Assert.False(arithmetic.IsOnCurve(new(Number.Of(Number.Big(small.X) + Number.P), small.Y)));
    }

    private static AffinePoint PointWithSmallX()
    {
        for (var x = BigInteger.One; ; x++)
        {
            var right = ((x * x * x) - (3 * x) + Number.Big(Sm2Curve.B)) % Number.P;
            var y = BigInteger.ModPow(right, (Number.P + 1) / 4, Number.P);
            if (y * y % Number.P == right)
                return new(Number.Of(x), Number.Of(y));
        }
    }
}
