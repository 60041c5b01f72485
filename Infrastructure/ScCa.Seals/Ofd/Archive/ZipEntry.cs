namespace ScCa.Seals.Ofd.Archive;

/// <summary>A file of a package: its content, and the records it came in, so that they can be copied untouched.</summary>
internal sealed record ZipEntry(string Name, ReadOnlyMemory<byte> LocalRecord, ReadOnlyMemory<byte> CentralRecord, ReadOnlyMemory<byte> Content)
{
    public bool IsFolder => Name.EndsWith('/');
}
