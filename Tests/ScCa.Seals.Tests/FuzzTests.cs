using System.Text;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using ScCa.Seals.Pictures;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>Good input altered where its structure is: only the documented refusal, and never much memory.</summary>
public sealed class FuzzTests
{
    private const int Usual = 10_000;
    private const int Long = 1_000_000;

    // Inputs are some kilobytes: what reading one allocates stays far below what a bomb would.
    private const long AllocationMax = 32 << 20;

    private static readonly byte[][] Packages = [Fixtures.SealedOfd, Fixtures.SignedOfd, Some.Sealed(Fixtures.SealedOfd)];

    private static readonly byte[][] Pdfs = [Some.SealedPdf(PdfBytes.Usual), Some.SealedPdf(PdfBytes.Streams()), Some.SealedPdf(Some.SealedPdf(PdfBytes.Usual))];

    private static readonly byte[][] Pictures = [Some.Png(5, 5), Encoding.UTF8.GetBytes(new SquarePersonalSeal("李白").Draw().ToSvg())];

    private static readonly string[] OfdWords = ["ofd:", "<", ">", "/", "..", "\"", "Doc_0", "&#0;", "&amp;", "<!DOCTYPE x>", "]]>", "%2e", "\\", "\uFEFF", "<ofd:SignedValue>", "FileRef=\"\"", "-1"];

    private static readonly string[] PdfWords =
    [
        "<<", ">>", "[", "]", "(", ")", "<", ">", "/", "%", " 1 0 R", " 0 0 R", " 2147483647", " -1", "/Prev 9", "/Kids", "/Length 9", "stream\n", "endstream", "endobj",
        "obj", "xref\n", "trailer", "startxref", "/Type/ObjStm", "/Filter/FlateDecode", "/V 3 0 R", "/XRefStm 9", "#00", "\\", "null", "%%EOF",
    ];

    [Fact]
    public void Altered_packages_are_read_or_refused() => Fuzz(Usual, Package);

    [Fact]
    public void Altered_PDFs_are_read_or_refused() => Fuzz(Usual, Pdf);

    [Fact]
    public void Altered_pictures_are_taken_or_refused() => Fuzz(Usual, Picture);

    [Fact]
    [Trait("set", "long")]
    public void Altered_packages_are_read_or_refused_a_million_times() => Fuzz(Long, Package);

    [Fact]
    [Trait("set", "long")]
    public void Altered_PDFs_are_read_or_refused_a_million_times() => Fuzz(Long, Pdf);

    [Fact]
    [Trait("set", "long")]
    public void Altered_pictures_are_taken_or_refused_a_million_times() => Fuzz(Long, Picture);

    [Fact]
    public void The_alterations_reach_both_outcomes()
    {
        Assert.InRange(Outcomes(Package), 0.05, 0.95);
        Assert.InRange(Outcomes(Pdf), 0.05, 0.95);
    }

    private static void Fuzz(int count, Action<Random> attempt)
    {
        for (var i = 0; i < count; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                attempt(new Random(i));
            }
            catch (SealRefusedException)
            {
                // The one answer there may be.
            }
            catch (Exception failure)
            {
                Assert.Fail($"case {i}: {failure}");
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < AllocationMax, $"case {i} allocates {GC.GetAllocatedBytesForCurrentThread() - before}");
        }
    }

    private static double Outcomes(Action<Random> attempt)
    {
        var read = 0;
        for (var i = 0; i < 500; i++)
        {
            try
            {
                attempt(new Random(i));
                read++;
            }
            catch (SealRefusedException)
            {
                // Counted by what is missing.
            }
        }

        return read / 500.0;
    }

    // Half of the time inside the files, with good records around them: else a checksum answers first.
    private static void Package(Random random)
    {
        var package = Packages[random.Next(Packages.Length)];
        if (random.Next(2) == 0)
        {
            Take(Altered(random, package));
            return;
        }

        var files = Some.Unzip(package);
        for (var n = random.Next(1, 3); n > 0; n--)
        {
            var at = random.Next(files.Count);
            files[at] = random.Next(8) == 0
                ? (Encoding.Latin1.GetString(Altered(random, Encoding.Latin1.GetBytes(files[at].Name))), files[at].Content)
                : (files[at].Name, Worded(random, files[at].Content, OfdWords));
        }

        Take(ZipBytes.Of([.. files.Select(f => new ZipFile(f.Name, f.Content))], []));
    }

    private static void Take(byte[] bytes)
    {
        var package = OfdPackage.Read(bytes);
        foreach (var signature in package.Signatures)
            package.CheckReferences(signature);
        OfdPackage.Read(OfdSigning.Begin(package, Some.OfdRequest).Complete([1]));
    }

    private static void Pdf(Random random)
    {
        var good = Pdfs[random.Next(Pdfs.Length)];
        var document = PdfDocument.Read(random.Next(2) == 0 ? Altered(random, good) : Worded(random, good, PdfWords));
        foreach (var signature in document.Signatures)
            signature.DigestOfByteRange();
        PdfDocument.Read(PdfSigning.Begin(document, Some.PdfRequest with { ContentsSize = 100 }).Complete([1]));
    }

    private static void Picture(Random random)
    {
        var picture = SealPicture.Take(Altered(random, Pictures[random.Next(Pictures.Length)]));
        if (picture.Kind == SealPictureKind.Png)
            PngPixels.Read(picture.Bytes.Span);
    }

    private static byte[] Altered(Random random, byte[] good)
    {
        var bytes = new List<byte>(good);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            if (bytes.Count == 0)
                return [];
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.RemoveAt(at);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count), 1));
                    break;
            }
        }

        return [.. bytes];
    }

    // A word in place of as many bytes, so that offsets stay right, or between them.
    private static byte[] Worded(Random random, byte[] good, string[] words)
    {
        var bytes = new List<byte>(good);
        for (var n = random.Next(1, 3); n > 0; n--)
        {
            var word = Encoding.UTF8.GetBytes(words[random.Next(words.Length)]);
            var at = random.Next(bytes.Count + 1);
            if (random.Next(3) > 0)
                bytes.RemoveRange(at, Math.Min(word.Length, bytes.Count - at));
            bytes.InsertRange(at, word);
        }

        return [.. bytes];
    }
}
