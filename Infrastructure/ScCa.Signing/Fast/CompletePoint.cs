using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>
/// A point by X : Y : Z for secret scalars: the formulas hold for every pair of points, infinity among them (Renes, Costello, Batina,
/// algorithms 4, 5 and 6 for a = −3), so there is no case that could show.
/// </summary>
internal struct CompletePoint
{
    public U256 X;
    public U256 Y;
    public U256 Z;

    public static CompletePoint Infinity => new() { Y = FieldP.One };

    public static CompletePoint From(in AffinePoint point)
    {
        var affine = FieldPoint.From(point);
        return new() { X = affine.X, Y = affine.Y, Z = FieldP.One };
    }

    /// <summary>The plain coordinates, or false at infinity.</summary>
    public readonly bool ToAffine(out AffinePoint point)
    {
        FieldP.Invert(Z, out var inverse);
        ToAffine(inverse, out point);
        Wipe.Value(ref inverse);
        return !Z.IsZero;
    }

    public readonly void ToAffine(in U256 inverseOfZ, out AffinePoint point)
    {
        FieldP.Multiply(X, inverseOfZ, out var x);
        FieldP.Multiply(Y, inverseOfZ, out var y);
        FieldP.To(x, out point.X);
        FieldP.To(y, out point.Y);
    }

    public static void Add(in CompletePoint p, in CompletePoint q, out CompletePoint sum)
    {
        FieldP.Multiply(p.X, q.X, out var t0);
        FieldP.Multiply(p.Y, q.Y, out var t1);
        FieldP.Multiply(p.Z, q.Z, out var t2);
        Cross(p.X, p.Y, q.X, q.Y, t0, t1, out var t3);
        Cross(p.Y, p.Z, q.Y, q.Z, t1, t2, out var t4);
        Cross(p.X, p.Z, q.X, q.Z, t0, t2, out var y3);
        Finish(t0, t1, t2, t3, t4, y3, out sum);
    }

    /// <summary>The other point is not infinity.</summary>
    public static void Add(in CompletePoint p, in FieldPoint q, out CompletePoint sum)
    {
        FieldP.Multiply(p.X, q.X, out var t0);
        FieldP.Multiply(p.Y, q.Y, out var t1);
        Cross(p.X, p.Y, q.X, q.Y, t0, t1, out var t3);
        FieldP.Multiply(q.Y, p.Z, out var t4);
        FieldP.Add(t4, p.Y, out t4);
        FieldP.Multiply(q.X, p.Z, out var y3);
        FieldP.Add(y3, p.X, out y3);
        Finish(t0, t1, p.Z, t3, t4, y3, out sum);
    }

    public static void Double(in CompletePoint p, out CompletePoint twice)
    {
        FieldP.Square(p.X, out var t0);
        FieldP.Square(p.Y, out var t1);
        FieldP.Square(p.Z, out var t2);
        FieldP.Multiply(p.X, p.Y, out var t3);
        FieldP.Add(t3, t3, out t3);
        FieldP.Multiply(p.X, p.Z, out var z3);
        FieldP.Add(z3, z3, out z3);
        FieldP.Multiply(p.Y, p.Z, out var yz);
        FieldP.Add(yz, yz, out yz);
        FieldP.Multiply(FieldP.B, t2, out var y3);
        FieldP.Subtract(y3, z3, out y3);
        Triple(y3, out y3);
        FieldP.Subtract(t1, y3, out var x3);
        FieldP.Add(t1, y3, out y3);
        FieldP.Multiply(x3, y3, out y3);
        FieldP.Multiply(x3, t3, out x3);
        Triple(t2, out t2);
        FieldP.Multiply(FieldP.B, z3, out z3);
        FieldP.Subtract(z3, t2, out z3);
        FieldP.Subtract(z3, t0, out z3);
        Triple(z3, out z3);
        Triple(t0, out t0);
        FieldP.Subtract(t0, t2, out t0);
        FieldP.Multiply(t0, z3, out t0);
        FieldP.Add(y3, t0, out twice.Y);
        FieldP.Multiply(yz, z3, out z3);
        FieldP.Subtract(x3, z3, out twice.X);
        FieldP.Multiply(yz, t1, out z3);
        FieldP.Add(z3, z3, out z3);
        FieldP.Add(z3, z3, out twice.Z);
    }

    /// <summary>The other's place is taken where the mask is all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Select(ulong mask, in CompletePoint a, in CompletePoint b, out CompletePoint result)
    {
        result.X = U256.Select(mask, a.X, b.X);
        result.Y = U256.Select(mask, a.Y, b.Y);
        result.Z = U256.Select(mask, a.Z, b.Z);
    }

    // a1·b2 + b1·a2 out of (a1 + b1)(a2 + b2).
    private static void Cross(in U256 a1, in U256 b1, in U256 a2, in U256 b2, in U256 aa, in U256 bb, out U256 result)
    {
        FieldP.Add(a1, b1, out var first);
        FieldP.Add(a2, b2, out var second);
        FieldP.Multiply(first, second, out result);
        FieldP.Subtract(result, aa, out result);
        FieldP.Subtract(result, bb, out result);
    }

    // What algorithms 4 and 5 have in common.
    private static void Finish(in U256 xx, in U256 yy, in U256 zz, in U256 t3, in U256 t4, in U256 xz, out CompletePoint sum)
    {
        FieldP.Multiply(FieldP.B, zz, out var x3);
        FieldP.Subtract(xz, x3, out x3);
        Triple(x3, out x3);
        FieldP.Subtract(yy, x3, out var z3);
        FieldP.Add(yy, x3, out x3);
        Triple(zz, out var t2);
        FieldP.Multiply(FieldP.B, xz, out var y3);
        FieldP.Subtract(y3, t2, out y3);
        FieldP.Subtract(y3, xx, out y3);
        Triple(y3, out y3);
        Triple(xx, out var t0);
        FieldP.Subtract(t0, t2, out t0);
        FieldP.Multiply(t3, x3, out var a);
        FieldP.Multiply(t4, y3, out var b);
        FieldP.Multiply(x3, z3, out var c);
        FieldP.Multiply(t0, y3, out var d);
        FieldP.Multiply(t4, z3, out var e);
        FieldP.Multiply(t3, t0, out var f);
        FieldP.Subtract(a, b, out sum.X);
        FieldP.Add(c, d, out sum.Y);
        FieldP.Add(e, f, out sum.Z);
    }

    private static void Triple(in U256 a, out U256 result)
    {
        FieldP.Add(a, a, out var twice);
        FieldP.Add(twice, a, out result);
    }
}
