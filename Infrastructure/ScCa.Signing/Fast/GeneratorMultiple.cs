using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>
/// [k]G for a secret k, 0 &lt; k &lt; n, in Jacobian coordinates: from the lowest window up, one addition for each, always.
/// </summary>
/// <remarks>
/// The addition is the short one, which is wrong where both points are equal, opposite or infinity. Equal and opposite cannot be: with
/// B = 2^(7i), what was added up so far is at most 0.51·B in magnitude and what is added at least B, so as integers they differ; modulo n
/// they could meet only in the highest window, where both together are k: opposite would mean k = 0, equal that n − B/2 &lt; d·B &lt; n, and
/// no multiple of B = 2²⁵² lies there. Infinity is what is left, and is handled by masks: before the first digit, and for a digit of 0.
/// </remarks>
internal static class GeneratorMultiple
{
    [SkipLocalsInit]
    public static void Of(in U256 k, out JacobianPoint product)
    {
        product = JacobianPoint.Infinity;
        for (var window = 0; window < GeneratorTable.Windows; window++)
        {
            var digit = SignedWindow.Digit(k, window, GeneratorTable.Bits, out var negative);
            GeneratorTable.Secret(window, digit, out var entry);
            FieldP.Subtract(default, entry.Y, out var opposite);
            entry.Y = U256.Select(negative, opposite, entry.Y);
            Add(product, entry, out var sum);
            var isFirst = Word.MaskOfZero(product.Z.L0 | product.Z.L1 | product.Z.L2 | product.Z.L3);
            var isNothing = Word.MaskOfZero(digit);
            sum.X = U256.Select(isFirst, entry.X, sum.X);
            sum.Y = U256.Select(isFirst, entry.Y, sum.Y);
            sum.Z = U256.Select(isFirst, FieldP.One, sum.Z);
            product.X = U256.Select(isNothing, product.X, sum.X);
            product.Y = U256.Select(isNothing, product.Y, sum.Y);
            product.Z = U256.Select(isNothing, product.Z, sum.Z);
        }
    }

    /// <summary>The plain coordinates, by the inverse of Z.</summary>
    public static void ToAffine(in JacobianPoint point, in U256 inverseOfZ, out AffinePoint affine)
    {
        FieldP.Square(inverseOfZ, out var zz);
        FieldP.Multiply(point.X, zz, out var x);
        FieldP.Multiply(zz, inverseOfZ, out zz);
        FieldP.Multiply(point.Y, zz, out var y);
        FieldP.To(x, out affine.X);
        FieldP.To(y, out affine.Y);
        Wipe.Value(ref zz);
    }

    private static void Add(in JacobianPoint p, in FieldPoint q, out JacobianPoint sum)
    {
        FieldP.Square(p.Z, out var zz);
        FieldP.Multiply(q.X, zz, out var h);
        FieldP.Multiply(zz, p.Z, out zz);
        FieldP.Multiply(q.Y, zz, out var r);
        FieldP.Subtract(h, p.X, out h);
        FieldP.Subtract(r, p.Y, out r);
        FieldP.Square(h, out var hh);
        FieldP.Multiply(p.Z, h, out sum.Z);
        FieldP.Multiply(h, hh, out var hhh);
        FieldP.Multiply(p.X, hh, out var v);
        FieldP.Square(r, out var x);
        FieldP.Subtract(x, hhh, out x);
        FieldP.Subtract(x, v, out x);
        FieldP.Subtract(x, v, out sum.X);
        FieldP.Subtract(v, sum.X, out v);
        FieldP.Multiply(v, r, out v);
        FieldP.Multiply(hhh, p.Y, out hhh);
        FieldP.Subtract(v, hhh, out sum.Y);
    }
}
