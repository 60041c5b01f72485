using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScCa.Seals.Ofd.Archive;

/// <summary>Writes a package: records of another one as they are, and new files. The same files give the same bytes.</summary>
internal sealed class ZipWriter
{
    private const ushort VersionNeeded = 20;

    // 1980-01-01, the beginning of this calendar: a file's time says nothing here.
    private const uint FirstDay = 0x00210000;

    private readonly ArrayBufferWriter<byte> files = new();
    private readonly ArrayBufferWriter<byte> directory = new();
    private ushort count;

    public void Copy(ZipEntry entry)
    {
        var record = entry.CentralRecord.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(ZipHeader.LocalOffsetAt), (uint)files.WrittenCount);
        directory.Write(record);
        files.Write(entry.LocalRecord.Span);
        count++;
    }

    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var packed = Deflate(content);
        var isPacked = packed.Length < content.Length;

        // The fields that both records share (APPNOTE 4.3.7 and 4.3.12): from the version needed to the length of the extra field.
        var shared = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(shared, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(shared.AsSpan(2), ZipHeader.Utf8Flag);
        BinaryPrimitives.WriteUInt16LittleEndian(shared.AsSpan(4), isPacked ? ZipHeader.Deflated : ZipHeader.Stored);
        BinaryPrimitives.WriteUInt32LittleEndian(shared.AsSpan(6), FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(shared.AsSpan(10), Crc32.Of(content));
        BinaryPrimitives.WriteInt32LittleEndian(shared.AsSpan(14), isPacked ? packed.Length : content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(shared.AsSpan(18), content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(shared.AsSpan(22), (ushort)nameBytes.Length);

        var central = new byte[ZipHeader.FixedSize];
        BinaryPrimitives.WriteUInt32LittleEndian(central, ZipHeader.Signature);
        BinaryPrimitives.WriteUInt16LittleEndian(central.AsSpan(4), VersionNeeded);
        shared.CopyTo(central, 6);
        BinaryPrimitives.WriteUInt32LittleEndian(central.AsSpan(ZipHeader.LocalOffsetAt), (uint)files.WrittenCount);
        directory.Write(central);
        directory.Write(nameBytes);

        files.Write("PK\u0003\u0004"u8);
        files.Write(shared);
        files.Write(nameBytes);
        files.Write(isPacked ? packed : content);
        count++;
    }

    public byte[] ToArray()
    {
        var end = new byte[ZipEnd.FixedSize];
        BinaryPrimitives.WriteUInt32LittleEndian(end, ZipEnd.Signature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.WrittenCount);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)files.WrittenCount);
        return [.. files.WrittenSpan, .. directory.WrittenSpan, .. end];
    }

    private static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }
}
