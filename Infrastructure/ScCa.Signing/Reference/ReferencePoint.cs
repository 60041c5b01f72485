using ScCa.Signing.Curve;

namespace ScCa.Signing.Reference;

/// <summary>
/// A point by X : Y : Z, infinity among them. The formulas are complete for a = −3 and need no case apart (Renes, Costello, Batina,
/// "Complete addition formulas for prime order elliptic curves", algorithms 4 and 6).
/// </summary>
internal struct ReferencePoint
{
    public static readonly ResidueRing Field = new(Sm2Curve.P);

    private static readonly Residue CurveB = Field.From(Sm2Curve.B);

    public Residue X;
    public Residue Y;
    public Residue Z;

    public static ReferencePoint Infinity => new() { Y = Field.One };

    public static ReferencePoint From(in AffinePoint point) => new() { X = Field.From(point.X), Y = Field.From(point.Y), Z = Field.One };

    /// <summary>The plain coordinates, or false at infinity.</summary>
    public readonly bool ToAffine(out AffinePoint point)
    {
        var inverse = Field.Invert(Z);
        point = new(Field.ToU256(Field.Multiply(X, inverse)), Field.ToU256(Field.Multiply(Y, inverse)));
        return !Field.ToU256(Z).IsZero;
    }

    /// <summary>y² = x³ − 3x + b</summary>
    public static bool IsOnCurve(in AffinePoint point)
    {
        var (x, y) = (Field.From(point.X), Field.From(point.Y));
        var right = Field.Multiply(Field.Multiply(x, x), x);
        right = Field.Add(Field.Subtract(right, Field.Add(Field.Add(x, x), x)), CurveB);
        return Field.ToU256(Field.Subtract(Field.Multiply(y, y), right)).IsZero;
    }

    public void Replace(in ReferencePoint other, uint mask)
    {
        X.Replace(other.X, mask);
        Y.Replace(other.Y, mask);
        Z.Replace(other.Z, mask);
    }

    public static ReferencePoint Add(in ReferencePoint p, in ReferencePoint q)
    {
        var f = Field;
        var t0 = f.Multiply(p.X, q.X);
        var t1 = f.Multiply(p.Y, q.Y);
        var t2 = f.Multiply(p.Z, q.Z);
        var t3 = f.Subtract(f.Multiply(f.Add(p.X, p.Y), f.Add(q.X, q.Y)), f.Add(t0, t1));
        var t4 = f.Subtract(f.Multiply(f.Add(p.Y, p.Z), f.Add(q.Y, q.Z)), f.Add(t1, t2));
        var y3 = f.Subtract(f.Multiply(f.Add(p.X, p.Z), f.Add(q.X, q.Z)), f.Add(t0, t2));
        var x3 = f.Subtract(y3, f.Multiply(CurveB, t2));
        x3 = f.Add(x3, f.Add(x3, x3));
        var z3 = f.Subtract(t1, x3);
        x3 = f.Add(t1, x3);
        t2 = f.Add(t2, f.Add(t2, t2));
        y3 = f.Subtract(f.Subtract(f.Multiply(CurveB, y3), t2), t0);
        y3 = f.Add(y3, f.Add(y3, y3));
        t0 = f.Subtract(f.Add(t0, f.Add(t0, t0)), t2);
        return new()
        {
            X = f.Subtract(f.Multiply(t3, x3), f.Multiply(t4, y3)),
            Y = f.Add(f.Multiply(x3, z3), f.Multiply(t0, y3)),
            Z = f.Add(f.Multiply(t4, z3), f.Multiply(t3, t0)),
        };
    }

    public static ReferencePoint Double(in ReferencePoint p)
    {
        var f = Field;
        var t0 = f.Multiply(p.X, p.X);
        var t1 = f.Multiply(p.Y, p.Y);
        var t2 = f.Multiply(p.Z, p.Z);
        var t3 = f.Multiply(p.X, p.Y);
        t3 = f.Add(t3, t3);
        var z3 = f.Multiply(p.X, p.Z);
        z3 = f.Add(z3, z3);
        var y3 = f.Subtract(f.Multiply(CurveB, t2), z3);
        y3 = f.Add(y3, f.Add(y3, y3));
        var x3 = f.Subtract(t1, y3);
        y3 = f.Multiply(x3, f.Add(t1, y3));
        x3 = f.Multiply(x3, t3);
        t2 = f.Add(t2, f.Add(t2, t2));
        z3 = f.Subtract(f.Subtract(f.Multiply(CurveB, z3), t2), t0);
        z3 = f.Add(z3, f.Add(z3, z3));
        t0 = f.Subtract(f.Add(t0, f.Add(t0, t0)), t2);
        var yz = f.Multiply(p.Y, p.Z);
        yz = f.Add(yz, yz);
        var z = f.Multiply(yz, t1);
        z = f.Add(z, z);
        return new() { X = f.Subtract(x3, f.Multiply(yz, z3)), Y = f.Add(y3, f.Multiply(t0, z3)), Z = f.Add(z, z) };
    }

    /// <summary>Double and add, always both; the bit only chooses which result stays.</summary>
    public static ReferencePoint Multiply(in ReferencePoint point, in U256 k)
    {
        var product = Infinity;
        for (var bit = 255; bit >= 0; bit--)
        {
            product = Double(product);
            product.Replace(Add(product, point), 0 - k.Bits(bit, 1));
        }

        return product;
    }
}
