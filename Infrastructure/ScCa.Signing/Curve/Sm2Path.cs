using ScCa.Signing.Fast;
using ScCa.Signing.Reference;

namespace ScCa.Signing.Curve;

/// <summary>
/// The arithmetic that SM2 stands on. Every path gives the same answers; scalars are secret and treated in constant time, except where a
/// member says that its values are public. Scalars are below n, points are on the curve.
/// </summary>
internal abstract class Sm2Path
{
    public static Sm2Path Reference { get; } = new ReferencePath();

    public static Sm2Path Fast { get; } = new FastPath();

    /// <summary>What the keys use.</summary>
    public static Sm2Path Chosen => Fast;

    /// <summary>[k]G; k is not zero.</summary>
    public abstract void MultiplyBase(in U256 k, out AffinePoint product);

    /// <summary>[k]G for each k; a path may share work between them.</summary>
    public virtual void MultiplyBase(ReadOnlySpan<U256> scalars, Span<AffinePoint> products)
    {
        for (var i = 0; i < scalars.Length; i++)
            MultiplyBase(scalars[i], out products[i]);
    }

    /// <summary>[k]P, or false where that is infinity.</summary>
    public abstract bool Multiply(in AffinePoint point, in U256 k, out AffinePoint product);

    /// <summary>P + Q, or false where that is infinity.</summary>
    public abstract bool Add(in AffinePoint a, in AffinePoint b, out AffinePoint sum);

    /// <summary>Whether the coordinates are below p and fulfil the curve's equation; public.</summary>
    public abstract bool IsOnCurve(in AffinePoint point);

    public abstract U256 MultiplyModN(in U256 a, in U256 b);

    /// <summary>The inverse modulo n; of zero, zero.</summary>
    public abstract U256 InvertModN(in U256 a);

    /// <summary>Readies a public point for many verifications.</summary>
    public abstract PreparedPoint Prepare(in AffinePoint point);

    /// <summary>The same for a point that so many share that more memory is worth its while; a path may have nothing better.</summary>
    public virtual PreparedPoint PrepareForMany(in AffinePoint point) => Prepare(point);
}
