using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ScCa.Signing.Curve;

/// <summary>64-bit words with their carries written out.</summary>
internal static class Word
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ulong b, ref ulong carry)
    {
        var partial = a + carry;
        var first = partial < carry ? 1UL : 0UL;
        var sum = partial + b;
        carry = first + (sum < b ? 1UL : 0UL);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(ulong a, ulong b, ref ulong borrow)
    {
        var partial = a - b;
        var first = a < b ? 1UL : 0UL;
        var difference = partial - borrow;
        borrow = first + (partial < borrow ? 1UL : 0UL);
        return difference;
    }

    /// <summary>a + the carry alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ref ulong carry)
    {
        var sum = a + carry;
        carry = sum < carry ? 1UL : 0UL;
        return sum;
    }

    /// <summary>a·b. The two halves by two instructions: the one that gives both passes a half through memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Multiply(ulong a, ulong b, out ulong high)
    {
        if (Bmi2.X64.IsSupported)
        {
            high = Bmi2.X64.MultiplyNoFlags(a, b);
            return a * b;
        }

        if (ArmBase.Arm64.IsSupported)
        {
            high = ArmBase.Arm64.MultiplyHigh(a, b);
            return a * b;
        }

        high = Math.BigMul(a, b, out var low);
        return low;
    }

    /// <summary>a·b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, out ulong high)
    {
        var low = Multiply(a, b, out high);
        low += c;
        high += low < c ? 1UL : 0UL;
        return low;
    }

    /// <summary>a·b + c + d, which two words always hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, ulong d, out ulong high)
    {
        var low = Multiply(a, b, out high);
        low += c;
        high += low < c ? 1UL : 0UL;
        low += d;
        high += low < d ? 1UL : 0UL;
        return low;
    }

    /// <summary>All ones where the word is zero, otherwise none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskOfZero(ulong word) => (ulong)((long)(~word & (word - 1)) >> 63);
}
