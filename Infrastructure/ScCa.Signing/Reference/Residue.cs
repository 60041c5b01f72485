using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Reference;

/// <summary>A number below a modulus in eight 32-bit words, the least first, in Montgomery's form unless it is said otherwise.</summary>
[InlineArray(Words)]
internal struct Residue
{
    public const int Words = 8;

    private uint first;

    public static Residue Plain(in U256 value)
    {
        var residue = default(Residue);
        for (var i = 0; i < Words; i++)
            residue[i] = (uint)((i / 2) switch { 0 => value.L0, 1 => value.L1, 2 => value.L2, _ => value.L3 } >> (32 * (i % 2)));
        return residue;
    }

    public readonly U256 ToU256() => new(Pair(6), Pair(4), Pair(2), Pair(0));

    /// <summary>Takes the other's place where the mask is all ones.</summary>
    public void Replace(in Residue other, uint mask)
    {
        for (var i = 0; i < Words; i++)
            this[i] ^= mask & (this[i] ^ other[i]);
    }

    private readonly ulong Pair(int i) => this[i] | ((ulong)this[i + 1] << 32);
}
