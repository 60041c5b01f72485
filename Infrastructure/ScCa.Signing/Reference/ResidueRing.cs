using ScCa.Signing.Curve;

namespace ScCa.Signing.Reference;

/// <summary>Arithmetic modulo an odd number above 2²⁵⁵, word by word (Koç, Acar, Kaliski 1996: CIOS). Nothing branches on a value.</summary>
internal sealed class ResidueRing
{
    private readonly Residue modulus;
    private readonly uint inverseOfModulus;
    private readonly Residue square;

    public ResidueRing(in U256 modulus)
    {
        this.modulus = Residue.Plain(modulus);
        // Newton: each step doubles the bits that are right, from the three of an odd number itself.
        var inverse = this.modulus[0];
        for (var i = 0; i < 4; i++)
            inverse *= 2 - (this.modulus[0] * inverse);
        inverseOfModulus = 0 - inverse;
        ExponentOfInversion = Minus2(modulus);
        U256.Subtract(default, modulus, out var r);
        One = Residue.Plain(r);
        square = One;
        // 2²⁵⁶ modulo the modulus, doubled 256 times.
        for (var i = 0; i < 256; i++)
            square = Add(square, square);
    }

    public Residue One { get; }

    private U256 ExponentOfInversion { get; }

    public Residue From(in U256 value) => Multiply(Residue.Plain(value), square);

    public U256 ToU256(in Residue value)
    {
        var one = default(Residue);
        one[0] = 1;
        return Multiply(value, one).ToU256();
    }

    public Residue Add(in Residue a, in Residue b)
    {
        var sum = default(Residue);
        ulong carry = 0;
        for (var i = 0; i < Residue.Words; i++)
        {
            carry += (ulong)a[i] + b[i];
            sum[i] = (uint)carry;
            carry >>= 32;
        }

        return LessModulusOnce(sum, (uint)carry);
    }

    public Residue Subtract(in Residue a, in Residue b)
    {
        var difference = default(Residue);
        long borrow = 0;
        for (var i = 0; i < Residue.Words; i++)
        {
            borrow += (long)a[i] - b[i];
            difference[i] = (uint)borrow;
            borrow >>= 32;
        }

        var mask = (uint)borrow;
        ulong carry = 0;
        for (var i = 0; i < Residue.Words; i++)
        {
            carry += (ulong)difference[i] + (mask & modulus[i]);
            difference[i] = (uint)carry;
            carry >>= 32;
        }

        return difference;
    }

    /// <summary>a·b·2⁻²⁵⁶.</summary>
    public Residue Multiply(in Residue a, in Residue b)
    {
        Span<uint> t = stackalloc uint[Residue.Words + 2];
        t.Clear();
        for (var i = 0; i < Residue.Words; i++)
        {
            AddProduct(t, a, b[i]);
            AddProduct(t, modulus, t[0] * inverseOfModulus);
            // The lowest word is zero now: divide by 2³².
            t[1..].CopyTo(t);
            t[^1] = 0;
        }

        var product = default(Residue);
        for (var i = 0; i < Residue.Words; i++)
            product[i] = t[i];
        var reduced = LessModulusOnce(product, t[Residue.Words]);
        Wipe.Values(t);
        return reduced;
    }

    /// <summary>By Fermat; the exponent is public.</summary>
    public Residue Invert(in Residue a)
    {
        var power = One;
        for (var bit = 255; bit >= 0; bit--)
        {
            power = Multiply(power, power);
            if (ExponentOfInversion.Bits(bit, 1) == 1)
                power = Multiply(power, a);
        }

        return power;
    }

    private static void AddProduct(Span<uint> t, in Residue a, uint factor)
    {
        ulong carry = 0;
        for (var j = 0; j < Residue.Words; j++)
        {
            carry += ((ulong)a[j] * factor) + t[j];
            t[j] = (uint)carry;
            carry >>= 32;
        }

        carry += t[Residue.Words];
        t[Residue.Words] = (uint)carry;
        t[Residue.Words + 1] += (uint)(carry >> 32);
    }

    private Residue LessModulusOnce(in Residue value, uint above)
    {
        var less = default(Residue);
        long borrow = 0;
        for (var i = 0; i < Residue.Words; i++)
        {
            borrow += (long)value[i] - modulus[i];
            less[i] = (uint)borrow;
            borrow >>= 32;
        }

        borrow += above;
        // Negative: the value was below the modulus already, and stays.
        less.Replace(value, (uint)(borrow >> 32));
        return less;
    }

    private static U256 Minus2(in U256 value)
    {
        U256.Subtract(value, new U256(0, 0, 0, 2), out var difference);
        return difference;
    }
}
