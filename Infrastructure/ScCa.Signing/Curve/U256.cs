using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScCa.Signing.Curve;

/// <summary>256 bits in four words, the least first. Nothing here branches on a value.</summary>
internal struct U256(ulong l3, ulong l2, ulong l1, ulong l0) : IEquatable<U256>
{
    public const int Bytes = 32;

    public ulong L0 = l0;
    public ulong L1 = l1;
    public ulong L2 = l2;
    public ulong L3 = l3;

    public readonly bool IsZero => (L0 | L1 | L2 | L3) == 0;

    public static U256 Read(ReadOnlySpan<byte> bigEndian) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian),
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bigEndian[24..]));

    public readonly void Write(Span<byte> bigEndian)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian, L3);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[8..], L2);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[16..], L1);
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian[24..], L0);
    }

    /// <summary>The sum's low 256 bits; returns the carry, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(in U256 a, in U256 b, out U256 sum)
    {
        Unsafe.SkipInit(out sum);
        ulong carry = 0;
        sum.L0 = Word.Add(a.L0, b.L0, ref carry);
        sum.L1 = Word.Add(a.L1, b.L1, ref carry);
        sum.L2 = Word.Add(a.L2, b.L2, ref carry);
        sum.L3 = Word.Add(a.L3, b.L3, ref carry);
        return carry;
    }

    /// <summary>The difference modulo 2²⁵⁶; returns the borrow, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(in U256 a, in U256 b, out U256 difference)
    {
        Unsafe.SkipInit(out difference);
        ulong borrow = 0;
        difference.L0 = Word.Subtract(a.L0, b.L0, ref borrow);
        difference.L1 = Word.Subtract(a.L1, b.L1, ref borrow);
        difference.L2 = Word.Subtract(a.L2, b.L2, ref borrow);
        difference.L3 = Word.Subtract(a.L3, b.L3, ref borrow);
        return borrow;
    }

    /// <summary><paramref name="a"/> where the mask is all ones, <paramref name="b"/> where it is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U256 Select(ulong mask, in U256 a, in U256 b) => new(
        b.L3 ^ (mask & (a.L3 ^ b.L3)), b.L2 ^ (mask & (a.L2 ^ b.L2)), b.L1 ^ (mask & (a.L1 ^ b.L1)), b.L0 ^ (mask & (a.L0 ^ b.L0)));

    public readonly bool IsBelow(in U256 bound) => Subtract(this, bound, out _) == 1;

    public readonly bool Equals(U256 other) => ((L0 ^ other.L0) | (L1 ^ other.L1) | (L2 ^ other.L2) | (L3 ^ other.L3)) == 0;

    public override readonly bool Equals(object? obj) => obj is U256 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(L0, L1, L2, L3);

    /// <summary>The bits from <paramref name="at"/> on, as many as asked for; positions are public.</summary>
    public readonly uint Bits(int at, int count)
    {
        var low = Limb(at >> 6) >> (at & 63);
        // Two shifts, for a shift by 64 would be one by nothing.
        var high = Limb((at >> 6) + 1) << 1 << (63 - (at & 63));
        return (uint)(low | high) & ((1u << count) - 1);
    }

    private readonly ulong Limb(int index) => index switch { 0 => L0, 1 => L1, 2 => L2, 3 => L3, _ => 0 };
}
