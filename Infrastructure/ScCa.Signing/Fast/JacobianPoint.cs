using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>A point by X/Z², Y/Z³ for public values only: special cases are told apart by branches. Infinity has Z = 0.</summary>
internal struct JacobianPoint
{
    public U256 X;
    public U256 Y;
    public U256 Z;

    public static JacobianPoint Infinity => new() { X = FieldP.One, Y = FieldP.One };

    public static JacobianPoint From(in FieldPoint point) => new() { X = point.X, Y = point.Y, Z = FieldP.One };

    // dbl-2001-b
    public void Double()
    {
        FieldP.Square(Z, out var delta);
        FieldP.Square(Y, out var gamma);
        FieldP.Multiply(X, gamma, out var beta);
        FieldP.Subtract(X, delta, out var less);
        FieldP.Add(X, delta, out var more);
        FieldP.Multiply(less, more, out var product);
        FieldP.Add(product, product, out var alpha);
        FieldP.Add(alpha, product, out alpha);
        FieldP.Add(Y, Z, out var z);
        FieldP.Square(z, out z);
        FieldP.Subtract(z, gamma, out z);
        FieldP.Subtract(z, delta, out Z);
        FieldP.Add(beta, beta, out beta);
        FieldP.Add(beta, beta, out beta);
        FieldP.Square(alpha, out var x);
        FieldP.Subtract(x, beta, out x);
        FieldP.Subtract(x, beta, out X);
        FieldP.Add(gamma, gamma, out gamma);
        FieldP.Square(gamma, out gamma);
        FieldP.Add(gamma, gamma, out gamma);
        FieldP.Subtract(beta, X, out beta);
        FieldP.Multiply(alpha, beta, out alpha);
        FieldP.Subtract(alpha, gamma, out Y);
    }

    public void Add(in FieldPoint q)
    {
        if (Z.IsZero)
        {
            this = From(q);
            return;
        }

        FieldP.Square(Z, out var zz);
        FieldP.Multiply(q.X, zz, out var h);
        FieldP.Multiply(zz, Z, out zz);
        FieldP.Multiply(q.Y, zz, out var r);
        FieldP.Subtract(h, X, out h);
        FieldP.Subtract(r, Y, out r);
        if (h.IsZero)
        {
            if (r.IsZero)
                Double();
            else
                this = Infinity;
            return;
        }

        FieldP.Square(h, out var hh);
        FieldP.Multiply(h, hh, out var hhh);
        FieldP.Multiply(X, hh, out var v);
        FieldP.Multiply(Z, h, out Z);
        FieldP.Square(r, out var x);
        FieldP.Subtract(x, hhh, out x);
        FieldP.Subtract(x, v, out x);
        FieldP.Subtract(x, v, out X);
        FieldP.Subtract(v, X, out v);
        FieldP.Multiply(v, r, out v);
        FieldP.Multiply(hhh, Y, out hhh);
        FieldP.Subtract(v, hhh, out Y);
    }

    public void Subtract(in FieldPoint q)
    {
        FieldPoint opposite;
        opposite.X = q.X;
        FieldP.Subtract(default, q.Y, out opposite.Y);
        Add(opposite);
    }

    /// <summary>Whether it is no infinity, and its x is this value modulo n.</summary>
    public readonly bool HasX(in U256 x) =>
        !Z.IsZero && (HasExactX(x) || (U256.Add(x, Sm2Curve.N, out var above) == 0 && above.IsBelow(Sm2Curve.P) && HasExactX(above)));

    /// <summary>All with one inversion (Montgomery's trick); none is infinity.</summary>
    public static void Normalize(ReadOnlySpan<JacobianPoint> points, Span<FieldPoint> affine)
    {
        // The x of each holds for a while the product of all Z up to it.
        var product = FieldP.One;
        for (var i = 0; i < points.Length; i++)
        {
            affine[i].X = product;
            FieldP.Multiply(product, points[i].Z, out product);
        }

        FieldP.Invert(product, out var inverse);
        for (var i = points.Length - 1; i >= 0; i--)
        {
            FieldP.Multiply(inverse, affine[i].X, out var z);
            FieldP.Multiply(inverse, points[i].Z, out inverse);
            FieldP.Square(z, out var zz);
            FieldP.Multiply(points[i].X, zz, out affine[i].X);
            FieldP.Multiply(zz, z, out zz);
            FieldP.Multiply(points[i].Y, zz, out affine[i].Y);
        }
    }

    // X = x·Z²
    private readonly bool HasExactX(in U256 x)
    {
        FieldP.From(x, out var expected);
        FieldP.Square(Z, out var zz);
        FieldP.Multiply(expected, zz, out expected);
        return expected.Equals(X);
    }
}
