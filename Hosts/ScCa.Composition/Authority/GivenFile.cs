using NodaTime;
using ScCa.Application.Inputs;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;

namespace ScCa.Composition.Authority;

/// <summary>Files that somebody names: read whole, and never written over.</summary>
internal static class GivenFile
{
    // A list of a million entries has 40 MiB; documents are smaller.
    private const int LengthMax = 256 << 20;

    public static byte[] Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LengthMax } ? throw OperationRefusals.FileTooLong(path) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OperationRefusals.FileUnreadable(path, e);
        }
    }

    public static void RefuseWhereThere(string path)
    {
        if (Path.Exists(path))
            throw OperationRefusals.FileAlreadyThere(path);
    }

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        RefuseWhereThere(path);
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OperationRefusals.FileUnwritable(path, e);
        }
    }

    /// <summary>Every certificate of a file.</summary>
    public static IReadOnlyList<PkiCertificate> Certificates(string path)
    {
        var file = Read(path);
        return Refusing.Told(() => PkiCertificate.FromFile(file), path);
    }

    public static IReadOnlyList<PkiCertificate> Certificates(IEnumerable<string> paths) => [.. paths.SelectMany(Certificates)];

    public static RevocationList RevocationList(string path)
    {
        var file = Read(path);
        return Refusing.Told(() => Pki.RevocationLists.RevocationList.FromFile(file), path);
    }

    public static OcspResponse OcspResponse(string path)
    {
        var file = Read(path);
        return Refusing.Told(() => Pki.Ocsp.OcspResponse.From(file), path);
    }

    /// <summary>An instant that somebody named; now where nobody did.</summary>
    public static DateTimeOffset At(string? text, IClock clock)
    {
        if (text is null)
            return clock.GetCurrentInstant().ToDateTimeOffset();
        return AsOf.TryRead(text, out var instant) ? instant.Value.ToDateTimeOffset() : throw OperationRefusals.TimeUnreadable(text);
    }
}
