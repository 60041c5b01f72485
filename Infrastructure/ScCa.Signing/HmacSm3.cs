using System.Security.Cryptography;
using ScCa.Signing.Fast;

namespace ScCa.Signing;

/// <summary>HMAC-SM3 (RFC 2104). The two midstates of the key are made once; not for use by several threads at once.</summary>
public sealed class HmacSm3 : IDisposable
{
    private const int Inner = 0;
    private const int Outer = 1;
    private const int Running = 2;

    private readonly Sm3State<UnrolledSm3>[] states = GC.AllocateUninitializedArray<Sm3State<UnrolledSm3>>(3, pinned: true);

    public HmacSm3(ReadOnlySpan<byte> key)
    {
        Begin(key, out states[Inner], out states[Outer]);
        states[Running] = states[Inner];
    }

    public static void HashData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        Begin(key, out var inner, out var outer);
        inner.Append(source);
        Finish(ref inner, ref outer, destination);
    }

    public void Append(ReadOnlySpan<byte> source) => states[Running].Append(source);

    /// <summary>Writes the code of all that was appended and starts anew under the same key.</summary>
    public void GetHashAndReset(Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        var outer = states[Outer];
        Finish(ref states[Running], ref outer, destination);
        states[Running] = states[Inner];
    }

    public void Dispose() => Wipe.Values<Sm3State<UnrolledSm3>>(states);

    private static void Begin(ReadOnlySpan<byte> key, out Sm3State<UnrolledSm3> inner, out Sm3State<UnrolledSm3> outer)
    {
        Span<byte> block = stackalloc byte[Sm3.BlockSizeInBytes];
        block.Clear();
        if (key.Length > Sm3.BlockSizeInBytes)
            Sm3.HashData(key, block);
        else
            key.CopyTo(block);
        inner = Keyed(block, 0x36);
        outer = Keyed(block, 0x36 ^ 0x5C);
        CryptographicOperations.ZeroMemory(block);
    }

    private static Sm3State<UnrolledSm3> Keyed(Span<byte> block, byte pad)
    {
        foreach (ref var b in block)
            b ^= pad;
        var state = Sm3State<UnrolledSm3>.Start();
        state.Append(block);
        return state;
    }

    private static void Finish(ref Sm3State<UnrolledSm3> inner, ref Sm3State<UnrolledSm3> outer, Span<byte> destination)
    {
        Span<byte> hash = stackalloc byte[Sm3.HashSizeInBytes];
        inner.Finish(hash);
        outer.Append(hash);
        outer.Finish(destination);
        CryptographicOperations.ZeroMemory(hash);
    }
}
