using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>SM2's arithmetic over four 64-bit words.</summary>
internal sealed class FastPath : Sm2Path
{
    private const int Together = 32;

    public override void MultiplyBase(in U256 k, out AffinePoint product)
    {
        GeneratorMultiple.Of(k, out var point);
        FieldP.Invert(point.Z, out var inverse);
        GeneratorMultiple.ToAffine(point, inverse, out product);
        Wipe.Value(ref point);
        Wipe.Value(ref inverse);
    }

    public override void MultiplyBase(ReadOnlySpan<U256> scalars, Span<AffinePoint> products)
    {
        Span<JacobianPoint> points = stackalloc JacobianPoint[Together];
        Span<U256> before = stackalloc U256[Together];
        for (var done = 0; done < scalars.Length; done += Together)
        {
            var count = Math.Min(Together, scalars.Length - done);
            var product = FieldP.One;
            for (var i = 0; i < count; i++)
            {
                GeneratorMultiple.Of(scalars[done + i], out points[i]);
                before[i] = product;
                FieldP.Multiply(product, points[i].Z, out product);
            }

            // One inversion for all: no scalar is zero, so no Z is.
            FieldP.Invert(product, out var inverse);
            for (var i = count - 1; i >= 0; i--)
            {
                FieldP.Multiply(inverse, before[i], out var inverseOfZ);
                FieldP.Multiply(inverse, points[i].Z, out inverse);
                GeneratorMultiple.ToAffine(points[i], inverseOfZ, out products[done + i]);
            }
        }

        Wipe.Values(points);
        Wipe.Values(before);
    }

    public override bool Multiply(in AffinePoint point, in U256 k, out AffinePoint product)
    {
        PointMultiple.Of(point, k, out var multiple);
        var isPoint = multiple.ToAffine(out product);
        Wipe.Value(ref multiple);
        return isPoint;
    }

    public override bool Add(in AffinePoint a, in AffinePoint b, out AffinePoint sum)
    {
        CompletePoint.Add(CompletePoint.From(a), FieldPoint.From(b), out var point);
        return point.ToAffine(out sum);
    }

    public override bool IsOnCurve(in AffinePoint point) =>
        point.X.IsBelow(Sm2Curve.P) && point.Y.IsBelow(Sm2Curve.P) && FieldPoint.From(point).IsOnCurve();

    public override U256 MultiplyModN(in U256 a, in U256 b)
    {
        FieldN.Multiply(a, b, out var product);
        return product;
    }

    public override U256 InvertModN(in U256 a)
    {
        FieldN.Invert(a, out var inverse);
        return inverse;
    }

    public override PreparedPoint Prepare(in AffinePoint point) => new PublicCombination(point);

    public override PreparedPoint PrepareForMany(in AffinePoint point) => new TabledCombination(point);
}
