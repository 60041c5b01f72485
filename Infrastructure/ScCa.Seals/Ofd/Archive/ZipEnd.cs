using System.Buffers.Binary;

namespace ScCa.Seals.Ofd.Archive;

/// <summary>The end of the central directory (APPNOTE 4.3.16).</summary>
internal readonly record struct ZipEnd(int Offset, int DirectoryOffset, int Count)
{
    public const uint Signature = 0x06054B50;
    public const int FixedSize = 22;

    public static ZipEnd Find(ReadOnlySpan<byte> bytes)
    {
        // The last one there is must be the one that fits: a second one inside its comment would be another reader's directory.
        for (var at = bytes.Length - FixedSize; at >= Math.Max(0, bytes.Length - FixedSize - ushort.MaxValue); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) == Signature)
                return Read(bytes, at);
        }

        throw new SealRefusedException(SealRefusal.PackageMalformed);
    }

    private static ZipEnd Read(ReadOnlySpan<byte> bytes, int at)
    {
        var end = bytes[at..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var isOneDisk = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]) == 0 && BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) == count;
        if (!isOneDisk || FixedSize + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length || (ulong)offset + size != (ulong)at)
            throw new SealRefusedException(SealRefusal.PackageMalformed);
        return new ZipEnd(at, (int)offset, count);
    }
}
