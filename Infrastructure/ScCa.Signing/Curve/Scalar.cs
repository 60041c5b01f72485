namespace ScCa.Signing.Curve;

/// <summary>Sums modulo n. Nothing here branches on a value.</summary>
internal static class Scalar
{
    /// <summary>Any 256 bits modulo n: n is above 2²⁵⁵, so one subtraction is enough.</summary>
    public static U256 Reduce(in U256 value)
    {
        var borrow = U256.Subtract(value, Sm2Curve.N, out var less);
        return U256.Select(0 - borrow, value, less);
    }

    public static U256 Add(in U256 a, in U256 b)
    {
        var carry = U256.Add(a, b, out var sum);
        var borrow = U256.Subtract(sum, Sm2Curve.N, out var less);
        return U256.Select(0 - (borrow & (carry ^ 1)), sum, less);
    }

    public static U256 Subtract(in U256 a, in U256 b)
    {
        var borrow = U256.Subtract(a, b, out var difference);
        var mask = 0 - borrow;
        U256.Add(difference, U256.Select(mask, Sm2Curve.N, default), out var sum);
        return sum;
    }
}
