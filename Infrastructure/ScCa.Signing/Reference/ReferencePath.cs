using ScCa.Signing.Curve;

namespace ScCa.Signing.Reference;

/// <summary>SM2's arithmetic at its plainest: what the other paths are measured by.</summary>
internal sealed class ReferencePath : Sm2Path
{
    private static readonly ResidueRing Scalars = new(Sm2Curve.N);

    private static readonly ReferencePoint Generator = ReferencePoint.From(Sm2Curve.G);

    public override void MultiplyBase(in U256 k, out AffinePoint product) => ReferencePoint.Multiply(Generator, k).ToAffine(out product);

    public override bool Multiply(in AffinePoint point, in U256 k, out AffinePoint product) =>
        ReferencePoint.Multiply(ReferencePoint.From(point), k).ToAffine(out product);

    public override bool Add(in AffinePoint a, in AffinePoint b, out AffinePoint sum) =>
        ReferencePoint.Add(ReferencePoint.From(a), ReferencePoint.From(b)).ToAffine(out sum);

    public override bool IsOnCurve(in AffinePoint point) =>
        point.X.IsBelow(Sm2Curve.P) && point.Y.IsBelow(Sm2Curve.P) && ReferencePoint.IsOnCurve(point);

    public override U256 MultiplyModN(in U256 a, in U256 b) => Scalars.ToU256(Scalars.Multiply(Scalars.From(a), Scalars.From(b)));

    public override U256 InvertModN(in U256 a) => Scalars.ToU256(Scalars.Invert(Scalars.From(a)));

    public override PreparedPoint Prepare(in AffinePoint point) => new Prepared(ReferencePoint.From(point));

    private sealed class Prepared(in ReferencePoint point) : PreparedPoint
    {
        private readonly ReferencePoint point = point;

        public override bool CombinationHas(in U256 s, in U256 t, in U256 x) =>
            ReferencePoint.Add(ReferencePoint.Multiply(Generator, s), ReferencePoint.Multiply(point, t)).ToAffine(out var sum)
            && Scalar.Reduce(sum.X).Equals(x);
    }
}
