using System.IO.Compression;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>Packages whose one file was changed, and nothing else of their content.</summary>
internal static class Unzipped
{
    public static byte[] WithFlippedByte(string package, string file)
    {
        var output = new MemoryStream();
        using (var from = ZipFile.OpenRead(package))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var reading = entry.Open())
                    reading.CopyTo(content);
                var bytes = content.ToArray();
                if (entry.FullName == file)
                    bytes[bytes.AsSpan().IndexOf("contract"u8)] ^= 1;
                using var writing = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                writing.Write(bytes);
            }
        }

        return output.ToArray();
    }
}
