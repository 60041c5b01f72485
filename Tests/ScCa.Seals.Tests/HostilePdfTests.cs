using System.Text;
using ScCa.Seals.Pdf;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>PDFs that go in circles, grow when unpacked, hide what they are, or are none.</summary>
public sealed class HostilePdfTests
{
    private static readonly Dictionary<string, (SealRefusal Refusal, byte[] Bytes)> Hostile = new()
    {
        ["nothing"] = (SealRefusal.PdfMalformed, []),
        ["text"] = (SealRefusal.PdfMalformed, "hello"u8.ToArray()),
        ["bytes before the header"] = (SealRefusal.PdfMalformed, [(byte)'x', .. PdfBytes.Usual]),
        ["no startxref"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("startxref", "startxrxx"))),
        ["a startxref beyond the end"] = (SealRefusal.PdfMalformed, "%PDF-1.7\nstartxref\n999999\n%%EOF"u8.ToArray()),
        ["a startxref of many digits"] = (SealRefusal.PdfMalformed, "%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF"u8.ToArray()),
        ["a startxref at itself"] = (SealRefusal.PdfMalformed, "%PDF-1.7\nstartxref\n9\n%%EOF"u8.ToArray()),
        ["encryption"] = (SealRefusal.PdfEncrypted, PdfBytes.Table([PdfBytes.Catalog, PdfBytes.Pages, PdfBytes.Page, "<<>>"], "<</Size 5/Root 1 0 R/Encrypt 4 0 R>>")),
        ["encryption in an earlier section"] = (SealRefusal.PdfEncrypted, PdfBytes.Update(PdfBytes.Table([PdfBytes.Catalog, PdfBytes.Pages, PdfBytes.Page], "<</Size 5/Root 1 0 R/Encrypt<<>>>>"), 3, PdfBytes.Page)),
        ["a Prev that leads to itself"] = (SealRefusal.PdfMalformed, WithPrev(t => t.LastIndexOf("xref\n0", StringComparison.Ordinal))),
        ["a Prev that leads nowhere"] = (SealRefusal.PdfMalformed, WithPrev(_ => 5)),
        ["a table cut short"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("0 4\n", "0 9\n"))),
        ["a table of millions"] = (SealRefusal.PdfTooLarge, Text(PdfBytes.Usual, t => t.Replace("0 4\n", "0 99999999\n"))),
        ["a crooked entry"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("65535 f", "65535 x"))),
        ["another object at the offset"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("1 0 obj", "9 0 obj"))),
        ["another generation at the offset"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("1 0 obj", "1 1 obj"))),
        ["an object without end"] = (SealRefusal.PdfMalformed, Text(PdfBytes.Usual, t => t.Replace("endobj", "endxxx"))),
        ["no catalog"] = (SealRefusal.PdfMalformed, PdfBytes.Table([PdfBytes.Catalog, PdfBytes.Pages, PdfBytes.Page], "<</Size 4>>")),
        ["a catalog that is none"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Dog/Pages 2 0 R>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a catalog that is a reference to itself"] = (SealRefusal.PdfMalformed, PdfBytes.Table("1 0 R", PdfBytes.Pages, PdfBytes.Page)),
        ["a catalog that is a number"] = (SealRefusal.PdfMalformed, PdfBytes.Table("17", PdfBytes.Pages, PdfBytes.Page)),
        ["no pages"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog>>")),
        ["pages that contain themselves"] = (SealRefusal.PdfMalformed, PdfBytes.Table(PdfBytes.Catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>")),
        ["one page twice"] = (SealRefusal.PdfMalformed, PdfBytes.Table(PdfBytes.Catalog, "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>", PdfBytes.Page)),
        ["a tower of pages"] = (SealRefusal.PdfTooLarge, PdfBytes.Table([PdfBytes.Catalog, .. Enumerable.Range(3, 100).Select(i => $"<</Type/Pages/Kids[{i} 0 R]>>"), PdfBytes.Page])),
        ["a page without extent"] = (SealRefusal.PdfMalformed, PdfBytes.Table(PdfBytes.Catalog, PdfBytes.Pages, "<</Type/Page/MediaBox[0 0 0 0]>>")),
        ["a page turned askew"] = (SealRefusal.PdfMalformed, PdfBytes.Table(PdfBytes.Catalog, PdfBytes.Pages, "<</Type/Page/Rotate 45>>")),
        ["deep arrays"] = (SealRefusal.PdfTooLarge, PdfBytes.Table($"<</Type/Catalog/Pages 2 0 R/X{new string('[', 100_000)}>>", PdfBytes.Pages, PdfBytes.Page)),
        ["deep dictionaries"] = (SealRefusal.PdfTooLarge, PdfBytes.Table($"<</Type/Catalog/Pages 2 0 R/X{string.Concat(Enumerable.Repeat("<</a", 1000))}>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a key twice"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/Pages 3 0 R>>", PdfBytes.Pages, PdfBytes.Page)),
        ["an open string"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/X(((((>>", PdfBytes.Pages, PdfBytes.Page)),
        ["an open hexadecimal string"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/X<00", PdfBytes.Pages, PdfBytes.Page)),
        ["a string of no hexadecimal digits"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/X<0g>>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a name of a wrong escape"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/X#0/a>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a name without end"] = (SealRefusal.PdfMalformed, PdfBytes.Table($"<</Type/Catalog/Pages 2 0 R/{new string('x', 10_000)} 1>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a number of two points"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/X 1.2.3>>", PdfBytes.Pages, PdfBytes.Page)),
        ["a stream whose length is itself"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Length 1 0 R>>\nstream\n\nendstream")),
        ["a stream longer than the file"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Length 99999>>\nstream\n\nendstream")),
        ["a stream shorter than its data"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Length 1>>\nstream\nabc\nendstream")),
        ["a form of fields in a circle"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", PdfBytes.Pages, PdfBytes.Page, "<</T(a)/Kids[4 0 R]>>")),
        ["one field twice"] = (SealRefusal.PdfMalformed, PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 4 0 R]>>>>", PdfBytes.Pages, PdfBytes.Page, "<</T(a)/FT/Sig>>")),
        ["objects inside each other's strings"] = (SealRefusal.PdfTooLarge, Nested("<</Type/Page/X(", 200, ")>>endobj ")),
        ["objects inside each other's comments"] = (SealRefusal.PdfTooLarge, Nested("<</Type/Page>>%", 200, "\nendobj\n", repeatEnd: false)),
        ["an object stream that overlaps itself"] = (SealRefusal.PdfMalformed, PdfBytes.Streams(numbers: "1 0 2 0 3 0 ")),
        ["an object stream of other numbers"] = (SealRefusal.PdfMalformed, PdfBytes.Streams(numbers: $"7 0 2 {PdfBytes.Catalog.Length + 1} 3 {PdfBytes.Catalog.Length + PdfBytes.Pages.Length + 2} ")),
        ["a member beyond its stream"] = (SealRefusal.PdfMalformed, PdfBytes.Streams(numbers: "1 0 2 99999 3 99999 ")),
        ["an object stream that unpacks to nonsense"] = (SealRefusal.PdfMalformed, PdfBytes.Streams(members: ">>>>")),
        ["a bomb in a cross-reference stream"] = (SealRefusal.PdfTooLarge, XrefStream("/Filter/FlateDecode", PdfBytes.Zlib(new byte[80 << 20]))),
        ["an unknown filter"] = (SealRefusal.PdfFilterUnknown, XrefStream("/Filter/LZWDecode", "xxxx")),
        ["two filters"] = (SealRefusal.PdfFilterUnknown, XrefStream("/Filter[/ASCIIHexDecode/FlateDecode]", "xxxx")),
        ["no Flate data"] = (SealRefusal.PdfMalformed, XrefStream("/Filter/FlateDecode", "xxxx")),
        ["a predictor of TIFF"] = (SealRefusal.PdfFilterUnknown, XrefStream("/Filter/FlateDecode/DecodeParms<</Predictor 2>>", PdfBytes.Zlib([1, 2]))),
        ["a predictor that does not exist"] = (SealRefusal.PdfMalformed, XrefStream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1>>", PdfBytes.Zlib([9, 2]))),
        ["entries without width"] = (SealRefusal.PdfMalformed, XrefStream("/Index[0 400000]", "xxxx", "[0 0 0]")),
        ["entries of great width"] = (SealRefusal.PdfMalformed, XrefStream("", "xxxx", "[1 99 1]")),
        ["an index of millions"] = (SealRefusal.PdfTooLarge, XrefStream("/Index[0 99999999]", "xxxx")),
    };

    public static TheoryData<string> Cases => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hostile_PDF_is_refused_by_name(string name) => Some.Refuses(Hostile[name].Refusal, () => PdfDocument.Read(Hostile[name].Bytes));

    [Fact]
    public void A_hybrid_file_is_read_through_both_sections()
    {
        var streams = Encoding.Latin1.GetString(PdfBytes.Streams());
        var start = int.Parse(streams[(streams.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0]);
        var hybrid = streams[..streams.LastIndexOf("startxref", StringComparison.Ordinal)];
        hybrid += $"xref\n0 1\n0000000000 65535 f\r\n1 1\n0000000000 00000 f\r\ntrailer\n<</Size 6/Root 1 0 R/XRefStm {start}>>\nstartxref\n{hybrid.Length}\n%%EOF";
        var document = PdfDocument.Read(Encoding.Latin1.GetBytes(hybrid));
        Assert.Single(document.Pages);
        var signatures = PdfDocument.Read(Some.SealedPdf(Some.SealedPdf(Encoding.Latin1.GetBytes(hybrid)))).Signatures;
        Assert.All(signatures, s => Assert.True(s.Coverage.IsSound));
    }

    [Theory]
    [InlineData("(a\\)b\\\\\\101\\7\\n\\\r\nc(d)\re)")]
    [InlineData("<4 1 4>")]
    [InlineData("[1 0 R 2 3 R -.5 +4. true false null/A#20B 1 0]")]
    [InlineData("<</A<</B[]>>%comment\n/C()>>")]
    public void All_ways_to_write_values_are_read(string value)
    {
        var bytes = PdfBytes.Table($"<</Type/Catalog/Pages 2 0 R/X {value}>>", PdfBytes.Pages, PdfBytes.Page);
        Assert.All(PdfDocument.Read(Some.SealedPdf(Some.SealedPdf(bytes))).Signatures, s => Assert.True(s.Coverage.IsSound));
    }

    [Fact]
    public void The_limits_are_the_callers()
    {
        var bytes = Some.SealedPdf(Some.Pdf());
        foreach (var limits in new[] { PdfLimits.Usual with { SizeMax = 1000 }, PdfLimits.Usual with { ValuesMax = 50 }, PdfLimits.Usual with { ObjectsMax = 3 }, PdfLimits.Usual with { PagesMax = 0 }, PdfLimits.Usual with { FieldsMax = 0 } })
            Assert.Equal(SealRefusal.PdfTooLarge, Assert.Throws<SealRefusedException>(() => PdfDocument.Read(bytes, limits)).Refusal);
    }

    [Fact]
    public void An_empty_signature_field_is_listed()
    {
        var bytes = PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", PdfBytes.Pages, PdfBytes.Page, "<</T(a)/Kids[5 0 R]>>", "<</T(b)/FT/Sig>>");
        Assert.Equal(["a.b"], PdfDocument.Read(bytes).EmptySignatureFields);
    }

    // Page k begins inside page k − 1, and all of them reach to the end.
    private static byte[] Nested(string begin, int count, string end, bool repeatEnd = true)
    {
        var file = new StringBuilder($"%PDF-1.7\n1 0 obj{PdfBytes.Catalog}endobj\n");
        var offsets = new List<int> { 9, file.Length };
        file.Append($"2 0 obj<</Type/Pages/Kids[{string.Join(' ', Enumerable.Range(3, count).Select(i => $"{i} 0 R"))}]>>endobj\n");
        for (var i = 3; i < count + 3; i++)
        {
            offsets.Add(file.Length);
            file.Append($"{i} 0 obj{begin}");
        }

        file.Append('x', 10_000);
        for (var i = 0; i < (repeatEnd ? count : 1); i++)
            file.Append(end);
        var start = file.Length;
        file.Append($"xref\n1 {offsets.Count}\n");
        foreach (var offset in offsets)
            file.Append($"{offset:0000000000} 00000 n\r\n");
        return Encoding.Latin1.GetBytes(file.Append($"trailer<</Size {count + 3}/Root 1 0 R>>startxref {start} %%EOF").ToString());
    }

    private static byte[] WithPrev(Func<string, int> target)
    {
        var text = Encoding.Latin1.GetString(PdfBytes.Usual);
        return Encoding.Latin1.GetBytes(text.Replace("/Root 1 0 R", $"/Root 1 0 R/Prev {target(text)}"));
    }

    private static byte[] XrefStream(string entries, string data, string widths = "[1 2 1]") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n5 0 obj\n<</Type/XRef/Size 6/W{widths}/Root 1 0 R{entries}/Length {data.Length}>>\nstream\n{data}\nendstream\nendobj\nstartxref\n9\n%%EOF");

    private static byte[] Text(byte[] bytes, Func<string, string> change) => Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(bytes)));
}
