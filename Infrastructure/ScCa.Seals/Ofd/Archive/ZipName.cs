using System.Buffers.Binary;
using System.Text;

namespace ScCa.Seals.Ofd.Archive;

/// <summary>Names of files in a package: whatever two readers could understand differently is refused.</summary>
internal static class ZipName
{
    private const int LengthMax = 512;
    private const int DepthMax = 32;
    private const ushort UnicodePathExtra = 0x7075;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        string name;
        try
        {
            name = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new SealRefusedException(SealRefusal.PackageNameUnsafe);
        }

        if (!IsSafe(name.EndsWith('/') ? name[..^1] : name))
            throw new SealRefusedException(SealRefusal.PackageNameUnsafe, name);
        return name;
    }

    public static bool IsSafe(string path)
    {
        if (path.Length is 0 or > LengthMax || path.AsSpan().ContainsAny(['\\', ':', '\uFFFD']) || HasPercentEncoding(path))
            return false;
        foreach (var c in path)
        {
            if (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
                return false;
        }

        var parts = path.Split('/');
        return parts.Length <= DepthMax && Array.TrueForAll(parts, p => p is not ("" or "." or "..") && p.Trim() == p && !p.EndsWith('.'));
    }

    /// <summary>Info-ZIP's second name (0x7075) must be the first one again, or readers that heed it see another file.</summary>
    public static void RefuseOtherName(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> name)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                return;
            if (id == UnicodePathExtra && (length < 5 || !extra.Slice(9, length - 5).SequenceEqual(name)))
                throw new SealRefusedException(SealRefusal.PackageNameTwice, Encoding.UTF8.GetString(name));
            extra = extra[(4 + length)..];
        }
    }

    /// <summary>No two files may be one on a machine that heeds neither case nor composition; no file may be another's folder.</summary>
    public static void RefuseClashes(IEnumerable<string> names)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var folded = Folded(name);
            if (name.EndsWith('/'))
                folders.Add(folded);
            else if (!files.Add(folded))
                throw new SealRefusedException(SealRefusal.PackageNameTwice, name);
            for (var slash = folded.LastIndexOf('/'); slash > 0; slash = folded.LastIndexOf('/', slash - 1))
                folders.Add(folded[..slash]);
        }

        if (files.FirstOrDefault(folders.Contains) is { } both)
            throw new SealRefusedException(SealRefusal.PackageNameTwice, both);
    }

    private static string Folded(string name)
    {
        try
        {
            return name.TrimEnd('/').Normalize().ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Code points that are no characters cannot be composed.
            throw new SealRefusedException(SealRefusal.PackageNameUnsafe, name);
        }
    }

    // "%41" may be read as those three characters or as "A": two readers, two files.
    private static bool HasPercentEncoding(string path)
    {
        for (var at = path.IndexOf('%', StringComparison.Ordinal); at >= 0; at = path.IndexOf('%', at + 1))
        {
            if (at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]))
                return true;
        }

        return false;
    }
}
