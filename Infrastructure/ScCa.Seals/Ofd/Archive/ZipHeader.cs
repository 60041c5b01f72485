using System.Buffers.Binary;

namespace ScCa.Seals.Ofd.Archive;

/// <summary>One record of the central directory (APPNOTE 4.3.12) and where it lies.</summary>
internal sealed record ZipHeader(string Name, ReadOnlyMemory<byte> NameBytes, ReadOnlyMemory<byte> Record)
{
    public const uint Signature = 0x02014B50;
    public const int FixedSize = 46;
    public const int LocalOffsetAt = 42;

    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    private const ushort HasDescriptorFlag = 1 << 3;
    public const ushort Utf8Flag = 1 << 11;

    // Encrypted, patched, strongly encrypted, with masked headers (APPNOTE 4.4.4).
    private const ushort UnreadableFlags = 1 | (1 << 5) | (1 << 6) | (1 << 13);

    private const uint IsZip64 = uint.MaxValue;
    private const int UnixSystem = 3;
    private const uint UnixKindMask = 0xF000;
    private const uint UnixSymbolicLink = 0xA000;

    public ushort Flags => Two(8);

    public ushort Method => Two(10);

    public uint Crc => Four(16);

    public uint PackedSize => Four(20);

    public uint Size => Four(24);

    public uint LocalOffset => Four(LocalOffsetAt);

    public bool HasDescriptor => (Flags & HasDescriptorFlag) != 0;

    public static ZipHeader Read(ReadOnlyMemory<byte> directory)
    {
        var span = directory.Span;
        if (span.Length < FixedSize || BinaryPrimitives.ReadUInt32LittleEndian(span) != Signature)
            throw new SealRefusedException(SealRefusal.PackageMalformed);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(span[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(span[30..]);
        var length = FixedSize + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(span[32..]);
        if (span.Length < length)
            throw new SealRefusedException(SealRefusal.PackageMalformed);
        var nameBytes = directory.Slice(FixedSize, nameLength);
        var header = new ZipHeader(ZipName.Read(nameBytes.Span), nameBytes, directory[..length]);
        header.RefuseUnlessReadable();
        ZipName.RefuseOtherName(span.Slice(FixedSize + nameLength, extraLength), nameBytes.Span);
        return header;
    }

    private void RefuseUnlessReadable()
    {
        if ((Flags & UnreadableFlags) != 0 || Method is not (Stored or Deflated))
            throw new SealRefusedException(SealRefusal.PackageMethodUnknown, Name);
        if (PackedSize == IsZip64 || Size == IsZip64 || LocalOffset == IsZip64)
            throw new SealRefusedException(SealRefusal.PackageTooLarge, Name);
        if (Two(34) != 0 || (Method == Stored && PackedSize != Size))
            throw new SealRefusedException(SealRefusal.PackageMalformed, Name);
        if (Record.Span[5] == UnixSystem && ((Four(38) >> 16) & UnixKindMask) == UnixSymbolicLink)
            throw new SealRefusedException(SealRefusal.PackageNameUnsafe, Name);
    }

    private ushort Two(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Record.Span[at..]);

    private uint Four(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Record.Span[at..]);
}
