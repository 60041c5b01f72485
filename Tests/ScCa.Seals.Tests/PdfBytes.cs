using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ScCa.Seals.Tests;

/// <summary>PDFs put together object by object, with a table or a stream for their cross-references.</summary>
internal static class PdfBytes
{
    public const string Catalog = "<</Type/Catalog/Pages 2 0 R>>";
    public const string Pages = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>";
    public const string Page = "<</Type/Page/Parent 2 0 R>>";

    public static byte[] Usual => Table(Catalog, Pages, Page);

    /// <summary>Objects 1, 2, 3 … and a classic table; null leaves a number free.</summary>
    public static byte[] Table(params string?[] objects) => Table(objects, $"<</Size {objects.Length + 1}/Root 1 0 R>>");

    public static byte[] Table(string?[] objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = objects.Select((o, i) => o is null ? 0 : Append(file, i + 1, o)).ToArray();
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f\r\n");
        foreach (var offset in offsets)
            file.Append(offset == 0 ? "0000000000 00000 f\r\n" : string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n\r\n"));
        return Latin1(file.Append(CultureInfo.InvariantCulture, $"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"));
    }

    /// <summary>Catalog, pages and page inside an object stream (4); a cross-reference stream (5) with Flate and PNG's "up" predictor.</summary>
    public static byte[] Streams(string? members = null, string? numbers = null)
    {
        members ??= $"{Catalog} {Pages} {Page}";
        numbers ??= $"1 0 2 {Catalog.Length + 1} 3 {Catalog.Length + Pages.Length + 2} ";
        var file = new StringBuilder("%PDF-1.7\n");
        var packed = Zlib(Encoding.Latin1.GetBytes(numbers + members));
        var objectStream = Append(file, 4, $"<</Type/ObjStm/N 3/First {numbers.Length}/Filter/FlateDecode/Length {packed.Length}>>\nstream\n{packed}\nendstream");
        var start = file.Length;
        byte[][] rows = [[0, 0, 0, 255], [2, 0, 4, 0], [2, 0, 4, 1], [2, 0, 4, 2], [1, (byte)(objectStream >> 8), (byte)objectStream, 0], [1, (byte)(start >> 8), (byte)start, 0]];
        var predicted = rows.SelectMany((row, i) => row.Select((b, x) => (byte)(b - (i == 0 ? 0 : rows[i - 1][x]))).Prepend((byte)2)).ToArray();
        var entries = Zlib(predicted);
        Append(file, 5, $"<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length {entries.Length}>>\nstream\n{entries}\nendstream");
        return Latin1(file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    /// <summary>An incremental update of one object.</summary>
    public static byte[] Update(byte[] file, int number, string content, string trailer = "<</Size 100/Root 1 0 R/Prev {0}>>")
    {
        var text = Encoding.Latin1.GetString(file);
        var previous = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var update = new StringBuilder(text);
        var offset = Append(update, number, content);
        var start = update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{offset:0000000000} 00000 n\r\ntrailer\n{trailer.Replace("{0}", previous)}\nstartxref\n{start}\n%%EOF\n");
        return Latin1(update);
    }

    public static string Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static int Append(StringBuilder file, int number, string content)
    {
        var offset = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        return offset;
    }

    private static byte[] Latin1(StringBuilder text) => Encoding.Latin1.GetBytes(text.ToString());
}
