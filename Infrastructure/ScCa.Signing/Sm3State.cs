using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScCa.Signing;

/// <summary>A hash in progress. A value: copying it copies the midstate.</summary>
internal struct Sm3State<TCompression>
    where TCompression : struct, ISm3Compression
{
    private Words words;
    private Block pending;
    private ulong length;

    public static Sm3State<TCompression> Start()
    {
        var state = default(Sm3State<TCompression>);
        // GB/T 32905 §4.1
        ReadOnlySpan<uint> initial = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E];
        initial.CopyTo(state.words);
        return state;
    }

    public static void Hash(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var state = Start();
        state.Append(source);
        state.Finish(destination);
    }

    public void Append(ReadOnlySpan<byte> source)
    {
        var held = (int)(length % Sm3.BlockSizeInBytes);
        length += (ulong)source.Length;
        Span<byte> block = pending;
        if (held > 0)
        {
            var taken = Math.Min(source.Length, Sm3.BlockSizeInBytes - held);
            source[..taken].CopyTo(block[held..]);
            if (held + taken < Sm3.BlockSizeInBytes)
                return;
            TCompression.Compress(words, block);
            source = source[taken..];
        }

        var whole = source.Length - (source.Length % Sm3.BlockSizeInBytes);
        if (whole > 0)
            TCompression.Compress(words, source[..whole]);
        source[whole..].CopyTo(block);
    }

    /// <summary>Writes the hash and wipes what is left of the message.</summary>
    public void Finish(Span<byte> destination)
    {
        var held = (int)(length % Sm3.BlockSizeInBytes);
        Span<byte> block = pending;
        block[held..].Clear();
        block[held] = 0x80;
        if (held >= Sm3.BlockSizeInBytes - sizeof(ulong))
        {
            TCompression.Compress(words, block);
            block.Clear();
        }

        BinaryPrimitives.WriteUInt64BigEndian(block[^sizeof(ulong)..], length * 8);
        TCompression.Compress(words, block);
        for (var i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt32BigEndian(destination[(4 * i)..], words[i]);
        Clear();
    }

    public void Clear() => Wipe.Value(ref this);

    [InlineArray(8)]
    private struct Words
    {
        private uint first;
    }

    [InlineArray(Sm3.BlockSizeInBytes)]
    private struct Block
    {
        private byte first;
    }
}
