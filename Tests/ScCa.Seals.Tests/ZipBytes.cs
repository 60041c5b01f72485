using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScCa.Seals.Tests;

/// <summary>One file of a ZIP that is put together byte by byte, so that its records can say anything.</summary>
internal sealed record ZipFile(string Name, byte[] Content)
{
    public ushort Method { get; init; }

    public ushort Flags { get; init; }

    public string? NameInside { get; init; }

    public byte[]? RawName { get; init; }

    public byte[]? Packed { get; init; }

    public uint? Size { get; init; }

    public uint? Crc { get; init; }

    public byte[] Extra { get; init; } = [];

    public byte[] Descriptor { get; init; } = [];

    public byte[] Before { get; init; } = [];

    public int? Offset { get; init; }

    public uint Attributes { get; init; }

    public byte[] NameBytes => RawName ?? Encoding.UTF8.GetBytes(Name);

    public byte[] Data => Packed ?? (Method == 8 ? ZipBytes.Deflate(Content) : Content);
}

internal static class ZipBytes
{
    public static byte[] Of(params ZipFile[] files) => Of(files, []);

    public static byte[] Of(ZipFile[] files, byte[] comment, byte[]? gap = null, byte[]? trailing = null, int? count = null)
    {
        using var bytes = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var file in files)
        {
            bytes.Write(file.Before);
            var offset = (uint)bytes.Length;
            var shared = Shared(file);
            var inside = file.NameInside is { } name ? Encoding.UTF8.GetBytes(name) : file.NameBytes;
            bytes.Write("PK\u0003\u0004"u8);
            bytes.Write(shared.AsSpan(0, 22));
            bytes.Write(Two(inside.Length));
            bytes.Write(Two(file.Extra.Length));
            bytes.Write(inside);
            bytes.Write(file.Extra);
            bytes.Write(file.Data);
            bytes.Write(file.Descriptor);
            directory.Write("PK\u0001\u0002"u8);
            directory.Write(Two((3 << 8) | 20));
            directory.Write(shared.AsSpan(0, 22));
            directory.Write(Two(file.NameBytes.Length));
            directory.Write(Two(file.Extra.Length));
            directory.Write(new byte[6]);
            directory.Write(Four(file.Attributes));
            directory.Write(Four((uint?)file.Offset ?? offset));
            directory.Write(file.NameBytes);
            directory.Write(file.Extra);
        }

        bytes.Write(gap ?? []);
        var start = (uint)bytes.Length;
        bytes.Write(directory.ToArray());
        bytes.Write("PK\u0005\u0006"u8);
        bytes.Write(new byte[4]);
        bytes.Write(Two(count ?? files.Length));
        bytes.Write(Two(count ?? files.Length));
        bytes.Write(Four((uint)directory.Length));
        bytes.Write(Four(start));
        bytes.Write(Two(comment.Length));
        bytes.Write(comment);
        bytes.Write(trailing ?? []);
        return bytes.ToArray();
    }

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    public static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    // Version needed, flags, method, time, crc, packed size, size.
    private static byte[] Shared(ZipFile file) =>
    [
        .. Two(20), .. Two(file.Flags), .. Two(file.Method), .. Four(0x00210000), .. Four(file.Crc ?? Crc32.Of(file.Content)),
        .. Four((uint)file.Data.Length), .. Four(file.Size ?? (uint)file.Content.Length),
    ];
}
