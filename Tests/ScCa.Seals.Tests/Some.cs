using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using ScCa.Seals.Pictures;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>Documents, seals and pictures to try things on.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly OfdProvider Provider = new("ScCa.Core", "1", "示例电子认证");

    public static readonly byte[] Seal = Fixtures.File("seal_v4.esl");

    public static readonly byte[] SignedValue = Fixtures.File("sig_v4.dat");

    public static readonly PlainPage Page = new(["关于电子印章的通知", "各单位：", "This is a sample document.", "2026-01-02"]);

    public static readonly StampPlacement Placement = new(0, 120, 180, 40, 40);

    public static SealDrawing UnitSeal => new RoundUnitSeal("示例市公共资源交易中心") { Number = "5101000012345" }.Draw();

    public static byte[] Ofd() => PlainOfd.Write(Page, new DateOnly(2026, 1, 2));

    public static byte[] Pdf() => PlainPdf.Write(Page);

    public static OfdSigningRequest OfdRequest => new(OfdSignatureKind.Seal, Time, Provider) { Seal = Seal, Stamps = [Placement] };

    public static PdfSigningRequest PdfRequest => new(Time) { Placement = Placement, Look = UnitSeal, ContentsSize = 4096, SignerName = "示例单位", Reason = "合同" };

    public static byte[] Sealed(byte[] ofd) => OfdSigning.Begin(OfdPackage.Read(ofd), OfdRequest).Complete(SignedValue);

    public static byte[] SealedPdf(byte[] pdf) => PdfSigning.Begin(PdfDocument.Read(pdf), PdfRequest).Complete(SignedValue);

    public static void Refuses(SealRefusal expected, Action action) => Assert.Equal(expected, Assert.Throws<SealRefusedException>(action).Refusal);

    /// <summary>A ZIP as any other program makes it; a null removes a file.</summary>
    public static byte[] Zip(params (string Name, string? Content)[] files) =>
        Zip([.. files.Where(f => f.Content is not null).Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Content!)))]);

    public static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The files of a package as another program reads them.</summary>
    public static List<(string Name, byte[] Content)> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e =>
        {
            using var stream = e.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (e.FullName, content.ToArray());
        })];
    }

    /// <summary>The package with one file's text changed, or with one file more.</summary>
    public static byte[] With(byte[] package, string name, Func<string, string> change)
    {
        var files = Unzip(package);
        var at = files.FindIndex(f => f.Name == name);
        if (at < 0)
            files.Add((name, Encoding.UTF8.GetBytes(change(""))));
        else
            files[at] = (name, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[at].Content))));
        return Zip(files);
    }

    public static byte[] Without(byte[] package, string name) => Zip(Unzip(package).FindAll(f => f.Name != name));

    /// <summary>A picture of one colour, with opacity.</summary>
    public static byte[] Png(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        Chunk(png, "IHDR", header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                    zlib.Write([0xD0, 0x10, 0x20, (byte)((x + y) % 2 == 0 ? 255 : 40)]);
            }
        }

        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(covered);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(covered));
        png.Write(number);
    }
}
