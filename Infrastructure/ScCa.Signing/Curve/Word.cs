using System.Runtime.CompilerServices;

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

    /// <summary>a·b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, out ulong high)
    {
        high = Math.BigMul(a, b, out var low);
        low += c;
        high += low < c ? 1UL : 0UL;
        return low;
    }

    /// <summary>a·b + c + d, which two words always hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, ulong d, out ulong high)
    {
        high = Math.BigMul(a, b, out var low);
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
