using System.Numerics;
using System.Runtime.InteropServices;
using ScCa.Signing.Curve;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Each path's arithmetic against the framework's numbers and against the reference, on random and on awkward values.</summary>
public sealed class FieldTests
{
    private const int Usual = 10_000;
    private const int Long = 1_000_000;

    private static readonly ResidueRing P = new(Sm2Curve.P);
    private static readonly ResidueRing N = new(Sm2Curve.N);

    [Fact]
    public void The_paths_agree_modulo_p() => ModuloP(Usual);

    [Fact]
    public void The_paths_agree_modulo_n() => ModuloN(Usual);

    [Fact]
    [Trait("set", "long")]
    public void The_paths_agree_modulo_p_a_million_times() => ModuloP(Long);

    [Fact]
    [Trait("set", "long")]
    public void The_paths_agree_modulo_n_a_million_times() => ModuloN(Long);

    [Fact]
    public void The_reference_agrees_with_the_frameworks_numbers()
    {
        for (var i = 0; i < 1_000; i++)
        {
            foreach (var (ring, modulus) in ((ResidueRing, BigInteger)[])[(P, Number.P), (N, Number.N)])
            {
                var (a, b) = (Awkward.Below(modulus, i, 0), Awkward.Below(modulus, i, 1));
                var (x, y) = (ring.From(a), ring.From(b));
                Assert.Equal(Number.Big(a) * Number.Big(b) % modulus, Number.Big(ring.ToU256(ring.Multiply(x, y))));
                Assert.Equal((Number.Big(a) + Number.Big(b)) % modulus, Number.Big(ring.ToU256(ring.Add(x, y))));
                Assert.Equal((Number.Big(a) - Number.Big(b) + modulus) % modulus, Number.Big(ring.ToU256(ring.Subtract(x, y))));
                if (i % 20 == 0)
                    Assert.Equal(BigInteger.ModPow(Number.Big(a), modulus - 2, modulus), Number.Big(ring.ToU256(ring.Invert(x))));
            }
        }
    }

    [Fact]
    public void Scalars_are_reduced_added_and_subtracted_modulo_n()
    {
        for (var i = 0; i < Usual; i++)
        {
            var any = Awkward.Any(i, 2);
            Assert.Equal(Number.Big(any) % Number.N, Number.Big(Scalar.Reduce(any)));
            var (a, b) = (Awkward.Below(Number.N, i, 0), Awkward.Below(Number.N, i, 1));
            Assert.Equal((Number.Big(a) + Number.Big(b)) % Number.N, Number.Big(Scalar.Add(a, b)));
            Assert.Equal((Number.Big(a) - Number.Big(b) + Number.N) % Number.N, Number.Big(Scalar.Subtract(a, b)));
        }
    }

    [Fact]
    public void Digits_of_windows_add_up_to_the_scalar()
    {
        for (var i = 0; i < 500; i++)
        {
            var scalar = Awkward.Any(i, 3);
            foreach (var bits in (int[])[4, 5, 6, 7])
            {
                var sum = BigInteger.Zero;
                for (var window = 0; window < SignedWindow.Count(bits); window++)
                {
                    var digit = SignedWindow.Digit(scalar, window, bits, out var negative);
                    Assert.InRange(digit, 0u, 1u << (bits - 1));
                    sum += (negative == 0 ? (BigInteger)digit : -(BigInteger)digit) << (window * bits);
                }

                Assert.Equal(Number.Big(scalar), sum);
            }
        }
    }

    [Fact]
    public void A_table_is_read_alike_by_vectors_and_by_words()
    {
        for (var window = 0; window < GeneratorTable.Windows; window += 7)
        {
            for (uint digit = 0; digit <= GeneratorTable.Entries; digit++)
            {
                GeneratorTable.SecretByVectors(ref MemoryMarshal.Cast<FieldPoint, ulong>(MemoryMarshal.CreateSpan(ref GeneratorTable.First(window), GeneratorTable.Entries))[0], digit, out var byVectors);
                GeneratorTable.SecretByWords(ref GeneratorTable.First(window), digit, out var byWords);
                Assert.Equal(byWords, byVectors);
                if (digit > 0)
                    Assert.Equal(GeneratorTable.Public(window, digit), byWords);
            }
        }
    }

    private static void ModuloP(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var (a, b) = (Awkward.Below(Number.P, i, 0), Awkward.Below(Number.P, i, 1));
            var (x, y) = (P.From(a), P.From(b));
            FieldP.From(a, out var fa);
            FieldP.From(b, out var fb);
            // The same form on both paths: nothing has to be brought back to be compared.
            Same(x, fa, i);
            FieldP.Multiply(fa, fb, out var result);
            Same(P.Multiply(x, y), result, i);
            FieldP.Square(fa, out result);
            Same(P.Multiply(x, x), result, i);
            FieldP.Add(fa, fb, out result);
            Same(P.Add(x, y), result, i);
            FieldP.Subtract(fa, fb, out result);
            Same(P.Subtract(x, y), result, i);
            // And on the awkward patterns themselves, as if they were in that form.
            var (raw, other) = (Residue.Plain(a), Residue.Plain(b));
            FieldP.Multiply(a, b, out result);
            Same(P.Multiply(raw, other), result, i);
            FieldP.Square(b, out result);
            Same(P.Multiply(other, other), result, i);
            FieldP.Add(a, b, out result);
            Same(P.Add(raw, other), result, i);
            FieldP.Subtract(a, b, out result);
            Same(P.Subtract(raw, other), result, i);
            if (i % 200 == 0)
            {
                FieldP.Invert(fa, out result);
                Same(P.Invert(x), result, i);
            }
        }
    }

    private static void ModuloN(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var (a, b) = (Awkward.Below(Number.N, i, 0), Awkward.Below(Number.N, i, 1));
            FieldN.Montgomery(a, b, out var result);
            Same(N.Multiply(Residue.Plain(a), Residue.Plain(b)), result, i);
            if (i % 10 == 0)
            {
                FieldN.Multiply(a, b, out result);
                Assert.Equal(Sm2Path.Reference.MultiplyModN(a, b), result);
            }

            if (i % 200 == 0)
            {
                FieldN.Invert(a, out result);
                Assert.Equal(Sm2Path.Reference.InvertModN(a), result);
            }
        }
    }

    private static void Same(in Residue expected, in U256 actual, int index)
    {
        if (!expected.ToU256().Equals(actual))
            Assert.Fail($"case {index}: {Number.Hex(expected.ToU256())} and {Number.Hex(actual)}");
    }
}
