using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>1 to 64 times 2^(7i)·G for each window i: a multiple of G is 37 additions without a doubling. Made at first use.</summary>
internal static class GeneratorTable
{
    public const int Bits = 7;
    public const int Entries = 1 << (Bits - 1);

    public static readonly int Windows = SignedWindow.Count(Bits);

    private static readonly FieldPoint[] Points = Make();

    /// <summary>The entry of a public digit from 1 to 64.</summary>
    public static ref readonly FieldPoint Public(int window, uint digit) => ref Points[(window * Entries) + (int)digit - 1];

    /// <summary>The entry of a secret digit from 1 to 64, by reading all of them; zeros for 0.</summary>
    public static void Secret(int window, uint digit, out FieldPoint point)
    {
        ref var first = ref Points[window * Entries];
        if (Vector256.IsHardwareAccelerated)
            SecretByVectors(ref Unsafe.As<FieldPoint, ulong>(ref first), digit, out point);
        else
            SecretByWords(ref first, digit, out point);
    }

    internal static void SecretByWords(ref FieldPoint first, uint digit, out FieldPoint point)
    {
        point = default;
        for (var i = 0; i < Entries; i++)
        {
            var mask = Word.MaskOfZero(digit ^ (uint)(i + 1));
            ref var entry = ref Unsafe.Add(ref first, i);
            point.X = U256.Select(mask, entry.X, point.X);
            point.Y = U256.Select(mask, entry.Y, point.Y);
        }
    }

    internal static ref FieldPoint First(int window) => ref Points[window * Entries];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SecretByVectors(ref ulong first, uint digit, out FieldPoint point)
    {
        var (x, y) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero);
        var wanted = Vector256.Create((ulong)digit);
        var current = Vector256<ulong>.One;
        for (nuint i = 0; i < Entries; i++)
        {
            var mask = Vector256.Equals(wanted, current);
            x |= mask & Vector256.LoadUnsafe(ref first, 8 * i);
            y |= mask & Vector256.LoadUnsafe(ref first, (8 * i) + 4);
            current += Vector256<ulong>.One;
        }

        Unsafe.SkipInit(out point);
        x.StoreUnsafe(ref point.X.L0);
        y.StoreUnsafe(ref point.Y.L0);
    }

    private static FieldPoint[] Make()
    {
        var bases = new JacobianPoint[Windows];
        var point = JacobianPoint.From(FieldPoint.From(Sm2Curve.G));
        for (var i = 0; i < Windows; i++)
        {
            bases[i] = point;
            for (var bit = 0; bit < Bits; bit++)
                point.Double();
        }

        var affine = new FieldPoint[Windows];
        JacobianPoint.Normalize(bases, affine);
        var multiples = new JacobianPoint[Windows * Entries];
        for (var i = 0; i < multiples.Length; i++)
        {
            multiples[i] = i % Entries == 0 ? JacobianPoint.Infinity : multiples[i - 1];
            multiples[i].Add(affine[i / Entries]);
        }

        var points = GC.AllocateUninitializedArray<FieldPoint>(multiples.Length, pinned: true);
        JacobianPoint.Normalize(multiples, points);
        return points;
    }
}
