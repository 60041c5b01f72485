using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace ScCa.Seals.Ofd.Archive;

/// <summary>
/// Reads a ZIP whose every byte is accounted for: records of files one behind the other, the directory, its end. What lies between, before or behind
/// them could be read by one reader and not by another, so it is refused.
/// </summary>
internal static class ZipReader
{
    private const uint LocalSignature = 0x04034B50;
    private const uint DescriptorSignature = 0x08074B50;
    private const int LocalFixedSize = 30;

    public static ImmutableArray<ZipEntry> Read(byte[] bytes, OfdLimits limits)
    {
        if (bytes.Length > limits.PackageSizeMax)
            throw new SealRefusedException(SealRefusal.PackageTooLarge);
        var end = ZipEnd.Find(bytes);
        if (end.Count > limits.FileCountMax)
            throw new SealRefusedException(SealRefusal.PackageTooLarge);
        var headers = Headers(bytes, end);
        ZipName.RefuseClashes(headers.Select(h => h.Name));
        RefuseBombs(headers, limits);
        return Entries(bytes, headers, end.DirectoryOffset);
    }

    private static ImmutableArray<ZipHeader> Headers(byte[] bytes, ZipEnd end)
    {
        var headers = ImmutableArray.CreateBuilder<ZipHeader>(end.Count);
        var directory = bytes.AsMemory(end.DirectoryOffset, end.Offset - end.DirectoryOffset);
        for (var i = 0; i < end.Count; i++)
        {
            var header = ZipHeader.Read(directory);
            headers.Add(header);
            directory = directory[header.Record.Length..];
        }

        return directory.IsEmpty ? headers.MoveToImmutable() : throw new SealRefusedException(SealRefusal.PackageMalformed);
    }

    // By what the directory declares; nothing beyond it is unpacked later.
    private static void RefuseBombs(ImmutableArray<ZipHeader> headers, OfdLimits limits)
    {
        var total = 0L;
        foreach (var header in headers)
        {
            total += header.Size;
            var isOverRatio = header.Size > limits.RatioFreeSize && header.Size / limits.RatioMax > header.PackedSize;
            if (header.Size > limits.FileSizeMax || total > limits.TotalSizeMax || isOverRatio)
                throw new SealRefusedException(SealRefusal.PackageTooLarge, header.Name);
        }
    }

    private static ImmutableArray<ZipEntry> Entries(byte[] bytes, ImmutableArray<ZipHeader> headers, int directoryOffset)
    {
        var entries = new ZipEntry[headers.Length];
        int[] order = [.. Enumerable.Range(0, headers.Length).OrderBy(i => headers[i].LocalOffset)];
        var next = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var header = headers[order[i]];
            var stop = i + 1 < order.Length ? headers[order[i + 1]].LocalOffset : (uint)directoryOffset;
            if (header.LocalOffset != next || stop > directoryOffset || stop < next + LocalFixedSize)
                throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
            entries[order[i]] = Entry(bytes, header, next, (int)stop);
            next = (int)stop;
        }

        return next == directoryOffset ? [.. entries] : throw new SealRefusedException(SealRefusal.PackageMalformed);
    }

    private static ZipEntry Entry(byte[] bytes, ZipHeader header, int start, int stop)
    {
        var local = bytes.AsSpan(start, stop - start);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        var dataAt = LocalFixedSize + nameLength + extraLength;
        if (dataAt + header.PackedSize > local.Length || !AgreesWith(header, local, nameLength))
            throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
        ZipName.RefuseOtherName(local.Slice(LocalFixedSize + nameLength, extraLength), header.NameBytes.Span);
        RefuseUnlessDescribed(header, local[(dataAt + (int)header.PackedSize)..]);
        var content = header.Method == ZipHeader.Stored
            ? bytes.AsMemory(start + dataAt, (int)header.Size)
            : Inflate(bytes, start + dataAt, header);
        if (Crc32.Of(content.Span) != header.Crc || (header.Name.EndsWith('/') && !content.IsEmpty))
            throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
        return new ZipEntry(header.Name, bytes.AsMemory(start, stop - start), header.Record, content);
    }

    private static bool AgreesWith(ZipHeader header, ReadOnlySpan<byte> local, int nameLength)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalSignature
            || BinaryPrimitives.ReadUInt16LittleEndian(local[6..]) != header.Flags
            || BinaryPrimitives.ReadUInt16LittleEndian(local[8..]) != header.Method
            || !local.Slice(LocalFixedSize, nameLength).SequenceEqual(header.NameBytes.Span))
            return false;

        // With a descriptor the fields here are zero, or say the same already, or defer to it with a ZIP64 record.
        return Same(local[14..], header.Crc, header) && Same(local[18..], header.PackedSize, header) && Same(local[22..], header.Size, header);
    }

    private static bool Same(ReadOnlySpan<byte> field, uint declared, ZipHeader header)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(field);
        return value == declared || (header.HasDescriptor && value is 0 or uint.MaxValue);
    }

    // APPNOTE 4.3.9: crc and sizes, the sizes of four or eight bytes, with or without a signature.
    private static void RefuseUnlessDescribed(ZipHeader header, ReadOnlySpan<byte> rest)
    {
        if (!header.HasDescriptor && rest.IsEmpty)
            return;
        if (header.HasDescriptor && rest.Length is 16 or 24 && BinaryPrimitives.ReadUInt32LittleEndian(rest) == DescriptorSignature)
            rest = rest[4..];
        var isGood = header.HasDescriptor && rest.Length switch
        {
            12 => BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) == header.PackedSize && BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]) == header.Size,
            20 => BinaryPrimitives.ReadUInt64LittleEndian(rest[4..]) == header.PackedSize && BinaryPrimitives.ReadUInt64LittleEndian(rest[12..]) == header.Size,
            _ => false,
        };
        if (!isGood || BinaryPrimitives.ReadUInt32LittleEndian(rest) != header.Crc)
            throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
    }

    private static Memory<byte> Inflate(byte[] bytes, int start, ZipHeader header)
    {
        var content = new byte[header.Size];
        try
        {
            using var packed = new MemoryStream(bytes, start, (int)header.PackedSize, writable: false);
            using var inflated = new DeflateStream(packed, CompressionMode.Decompress);
            if (inflated.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) != content.Length || inflated.ReadByte() >= 0)
                throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw new SealRefusedException(SealRefusal.PackageMalformed, header.Name);
        }

        return content;
    }
}
