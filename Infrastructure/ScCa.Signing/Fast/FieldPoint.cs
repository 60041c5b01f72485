using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>A point that is not at infinity, its coordinates in Montgomery's form.</summary>
internal struct FieldPoint
{
    public U256 X;
    public U256 Y;

    public static FieldPoint From(in AffinePoint point)
    {
        FieldPoint result;
        FieldP.From(point.X, out result.X);
        FieldP.From(point.Y, out result.Y);
        return result;
    }

    /// <summary>y² = x³ − 3x + b; for coordinates below p.</summary>
    public readonly bool IsOnCurve()
    {
        FieldP.Square(Y, out var left);
        FieldP.Square(X, out var right);
        FieldP.Multiply(right, X, out right);
        for (var i = 0; i < 3; i++)
            FieldP.Subtract(right, X, out right);
        FieldP.Add(right, FieldP.B, out right);
        return left.Equals(right);
    }
}
