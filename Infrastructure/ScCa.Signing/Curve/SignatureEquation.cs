namespace ScCa.Signing.Curve;

/// <summary>GB/T 32918.2 §6.1 and §7.1, over a digest.</summary>
internal static class SignatureEquation
{
    /// <summary>(1 + d)⁻¹ mod n, the one secret that each signature needs of the key.</summary>
    public static U256 Inverse(Sm2Path path, in U256 d) => path.InvertModN(Scalar.Add(d, new U256(0, 0, 0, 1)));

    /// <summary>s = (1+d)⁻¹·(k + r) − r, which is the standard's (1+d)⁻¹·(k − r·d). False where the standard asks for another k.</summary>
    public static bool TrySign(Sm2Path path, in U256 inverse, in U256 e, in U256 k, in U256 x1, out U256 r, out U256 s)
    {
        r = Scalar.Add(Scalar.Reduce(e), Scalar.Reduce(x1));
        var sum = Scalar.Add(k, r);
        s = Scalar.Subtract(path.MultiplyModN(inverse, sum), r);
        var isUsable = !r.IsZero & !sum.IsZero & !s.IsZero;
        Wipe.Value(ref sum);
        return isUsable;
    }

    public static bool Verifies(PreparedPoint point, in U256 e, in U256 r, in U256 s)
    {
        if (r.IsZero || s.IsZero || !r.IsBelow(Sm2Curve.N) || !s.IsBelow(Sm2Curve.N))
            return false;
        var t = Scalar.Add(r, s);
        // (e + x1) mod n = r, the other way round.
        return !t.IsZero && point.CombinationHas(s, t, Scalar.Subtract(r, Scalar.Reduce(e)));
    }
}
