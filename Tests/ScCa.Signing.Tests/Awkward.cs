using System.Numerics;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Tests;

/// <summary>Values that arithmetic goes wrong on, among random ones; the same for the same index.</summary>
internal static class Awkward
{
    private static readonly ulong[] Words = [0, 1, 2, ulong.MaxValue, ulong.MaxValue - 1, 1UL << 63, (1UL << 63) - 1, 0xFFFFFFFF, 0xFFFFFFFF00000000, 1UL << 32];

    private static readonly U256[] Edges =
    [
        default, new(0, 0, 0, 1), new(0, 0, 0, 2),
        Number.Of(Number.P - 2), Number.Of(Number.P - 1), Sm2Curve.P, Number.Of(Number.P + 1),
        Number.Of(Number.N - 2), Number.Of(Number.N - 1), Sm2Curve.N, Number.Of(Number.N + 1),
        new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue), new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0),
        new(0, 0, 0, ulong.MaxValue), new(0, 0, ulong.MaxValue, ulong.MaxValue), new(0, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue),
        new(0, ulong.MaxValue, 0, ulong.MaxValue), new(1, 0, 0, 0), new(1UL << 63, 0, 0, 0), new(0xFFFFFFFE00000000, 0, 0, 0),
    ];

    /// <summary>Any 256 bits: each pair of edges at low indices, then words put together from awkward ones, then random.</summary>
    public static U256 Any(int index, int which)
    {
        if (index < Edges.Length * Edges.Length)
            return Edges[(which % 2 == 0 ? index : index / Edges.Length) % Edges.Length];
        var random = new SplitMix(((ulong)(uint)index << 8) + (uint)which);
        return index % 3 == 0
            ? new(Words[random.Next() % 10], Words[random.Next() % 10], Words[random.Next() % 10], Words[random.Next() % 10])
            : new(random.Next(), random.Next(), random.Next(), random.Next());
    }

    public static U256 Below(BigInteger modulus, int index, int which)
    {
        var value = Any(index, which);
        return Number.Of(Number.Big(value) % modulus);
    }

    private struct SplitMix(ulong state)
    {
        private ulong state = state;

        public ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
