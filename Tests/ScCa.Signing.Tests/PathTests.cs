using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>The fast path does what the reference does, on whole operations.</summary>
public sealed class PathTests
{
    [Fact]
    public void Multiples_agree()
    {
        for (var i = 0; i < 60; i++)
        {
            var k = Awkward.Below(Number.N, i < 20 ? i : i + 1000, 0);
            if (k.IsZero)
                continue;
            Sm2Path.Reference.MultiplyBase(k, out var expected);
            Sm2Path.Fast.MultiplyBase(k, out var actual);
            Same(expected, actual, i);
            var other = Awkward.Below(Number.N, i + 2000, 1);
            Assert.True(Sm2Path.Reference.Multiply(expected, other, out expected));
            Assert.True(Sm2Path.Fast.Multiply(actual, other, out actual));
            Same(expected, actual, i);
        }
    }

    [Fact]
    public void Small_multiples_agree_one_after_the_other()
    {
        var sum = Sm2Curve.G;
        for (ulong k = 1; k <= 200; k++)
        {
            Sm2Path.Fast.MultiplyBase(new U256(0, 0, 0, k), out var byBase);
            Assert.True(Sm2Path.Fast.Multiply(Sm2Curve.G, new U256(0, 0, 0, k), out var byPoint));
            Same(sum, byBase, (int)k);
            Same(sum, byPoint, (int)k);
            Assert.True(Sm2Path.Fast.Prepare(Sm2Curve.G).CombinationHas(default, new U256(0, 0, 0, k), Scalar.Reduce(sum.X)));
            Assert.True(Sm2Path.Reference.Add(sum, Sm2Curve.G, out sum));
        }
    }

    [Fact]
    public void Many_multiples_at_once_are_the_same_as_one_by_one()
    {
        foreach (var count in (int[])[0, 1, 2, 31, 32, 33, 70])
        {
            var scalars = Enumerable.Range(0, count).Select(i => Awkward.Below(Number.N, 5000 + i, 0)).ToArray();
            var together = new AffinePoint[count];
            Sm2Path.Fast.MultiplyBase(scalars, together);
            for (var i = 0; i < count; i++)
            {
                Sm2Path.Fast.MultiplyBase(scalars[i], out var alone);
                Same(alone, together[i], i);
            }
        }
    }

    [Fact]
    public void Combinations_agree_also_where_the_two_halves_meet()
    {
        for (var i = 0; i < 40; i++)
        {
            var d = Awkward.Below(Number.N, i + 3000, 0);
            Sm2Path.Fast.MultiplyBase(d, out var point);
            var s = i < 10 ? new U256(0, 0, 0, (ulong)i + 1) : Awkward.Below(Number.N, i + 3000, 1);
            var t = i % 4 == 0 ? s : Awkward.Below(Number.N, i + 4000, 1);
            // [s]G + [t]P = [s + t·d]G
            var k = Scalar.Add(s, Sm2Path.Reference.MultiplyModN(t, d));
            Sm2Path.Fast.MultiplyBase(k, out var sum);
            var x = Scalar.Reduce(sum.X);
            Assert.True(Sm2Path.Fast.Prepare(point).CombinationHas(s, t, x), $"case {i}");
            Assert.False(Sm2Path.Fast.Prepare(point).CombinationHas(s, t, Scalar.Add(x, new U256(0, 0, 0, 1))));
            if (i % 16 == 0)
            {
                var tabled = Sm2Path.Fast.PrepareForMany(point);
                Assert.True(tabled.CombinationHas(s, t, x), $"case {i}");
                Assert.False(tabled.CombinationHas(s, t, Scalar.Add(x, new U256(0, 0, 0, 1))));
            }

            if (i % 8 == 0)
                Assert.True(Sm2Path.Reference.Prepare(point).CombinationHas(s, t, x));
        }
    }

    [Fact]
    public void A_combination_may_meet_itself_and_its_opposite()
    {
        // P = G and P = −G: the sums double and cancel on the way.
        var n1 = Number.Of(Number.N - 1);
        Sm2Path.Fast.MultiplyBase(n1, out var opposite);
        foreach (var path in (Sm2Path[])[Sm2Path.Reference, Sm2Path.Fast])
        {
            var five = new U256(0, 0, 0, 5);
            Sm2Path.Reference.MultiplyBase(new U256(0, 0, 0, 10), out var ten);
            Assert.True(path.Prepare(Sm2Curve.G).CombinationHas(five, five, Scalar.Reduce(ten.X)));
            Assert.False(path.Prepare(opposite).CombinationHas(five, five, Scalar.Reduce(ten.X)));
            Assert.False(path.Prepare(opposite).CombinationHas(five, five, default));
            Assert.True(path.PrepareForMany(Sm2Curve.G).CombinationHas(five, five, Scalar.Reduce(ten.X)));
            Assert.False(path.PrepareForMany(opposite).CombinationHas(five, five, Scalar.Reduce(ten.X)));
            Assert.False(path.PrepareForMany(opposite).CombinationHas(five, five, default));
        }
    }

    private static void Same(in AffinePoint expected, in AffinePoint actual, int index)
    {
        Assert.Equal((index, Number.Hex(expected.X), Number.Hex(expected.Y)), (index, Number.Hex(actual.X), Number.Hex(actual.Y)));
    }
}
