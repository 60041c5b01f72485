using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScCa.Seals.Ofd.Archive;
using ScCa.Signing;

namespace ScCa.Seals.Ofd;

/// <summary>An OFD (GB/T 33190-2016) as far as signatures are concerned: its files, documents, pages and signatures. Read once, never changed.</summary>
public sealed class OfdPackage
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files;

    // Many signatures protect the same files: each is hashed once.
    private readonly ConcurrentDictionary<string, byte[]> digests = new(StringComparer.Ordinal);

    private OfdPackage(ImmutableArray<ZipEntry> entries, OfdLimits limits)
    {
        Entries = entries;
        Limits = limits;
        Files = [.. entries.Where(e => !e.IsFolder).Select(e => e.Name)];
        files = entries.Where(e => !e.IsFolder).ToDictionary(e => e.Name, e => e.Content, StringComparer.Ordinal);
        Documents = new OfdReader(this).Documents();
    }

    /// <summary>Names of all files, in the package's order.</summary>
    public ImmutableArray<string> Files { get; }

    public ImmutableArray<OfdDocument> Documents { get; }

    public ImmutableArray<OfdSignature> Signatures => [.. Documents.SelectMany(d => d.Signatures)];

    internal ImmutableArray<ZipEntry> Entries { get; }

    internal OfdLimits Limits { get; }

    /// <exception cref="SealRefusedException">Whatever is wrong with it.</exception>
    public static OfdPackage Read(ReadOnlyMemory<byte> bytes, OfdLimits? limits = null)
    {
        limits ??= OfdLimits.Usual;
        if (bytes.Length > limits.PackageSizeMax)
            throw new SealRefusedException(SealRefusal.PackageTooLarge);

        // A copy: what was checked must still be what is signed when the caller has gone on using its buffer.
        return new OfdPackage(ZipReader.Read(bytes.ToArray(), limits), limits);
    }

    /// <summary>A file's content; null where the package has none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string path) => files.TryGetValue(path, out var content) ? content : default(ReadOnlyMemory<byte>?);

    /// <summary>Compares every file that the signature protects, and tells which files it does not protect.</summary>
    public OfdReferenceReport CheckReferences(OfdSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return OfdReferenceCheck.Of(this, signature);
    }

    internal byte[] Sm3Of(string path) => digests.GetOrAdd(path, p => Sm3.HashData(Needed(p).Span));

    internal ReadOnlyMemory<byte> Needed(string path) => Find(path) ?? throw new SealRefusedException(SealRefusal.FileMissing, path);
}
