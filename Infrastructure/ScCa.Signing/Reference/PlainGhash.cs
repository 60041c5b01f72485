using System.Buffers.Binary;

namespace ScCa.Signing.Reference;

/// <summary>Bit by bit; which bits are set shows nowhere.</summary>
internal readonly struct PlainGhash : IGhash
{
    public static void Update(ReadOnlySpan<byte> key, Span<byte> running, ReadOnlySpan<byte> message)
    {
        Span<byte> block = stackalloc byte[Sm4.BlockSizeInBytes];
        var h = BinaryPrimitives.ReadUInt128BigEndian(key);
        var y = BinaryPrimitives.ReadUInt128BigEndian(running);
        for (; !message.IsEmpty; message = message[Math.Min(block.Length, message.Length)..])
        {
            block.Clear();
            message[..Math.Min(block.Length, message.Length)].CopyTo(block);
            y = Multiply(y ^ BinaryPrimitives.ReadUInt128BigEndian(block), h);
        }

        BinaryPrimitives.WriteUInt128BigEndian(running, y);
        Wipe.Values(block);
    }

    private static UInt128 Multiply(UInt128 x, UInt128 y)
    {
        var product = UInt128.Zero;
        for (var bit = 127; bit >= 0; bit--)
        {
            product ^= y & (UInt128.Zero - ((x >> bit) & 1));
            y = (y >> 1) ^ ((UInt128.Zero - (y & 1)) & ((UInt128)0xE1 << 120));
        }

        return product;
    }
}
