using System.Text;
using ScCa.Seals.Pdf;
using ScCa.Seals.Pictures;
using ScCa.Signing;
using Xunit;

namespace ScCa.Seals.Tests;

public sealed class PdfSigningTests
{
    public static TheoryData<string> Forms => ["table", "streams", "plain", "form", "annotations apart"];

    [Theory]
    [MemberData(nameof(Forms))]
    [Trait("rule", "S7")]
    public void A_sealed_PDF_signs_all_but_the_place_of_the_signature(string form)
    {
        var original = Original(form);
        var pending = PdfSigning.Begin(PdfDocument.Read(original), Some.PdfRequest);
        var bytes = pending.Complete(Some.SignedValue);
        Assert.Equal(original, bytes[..original.Length]);

        var signature = Assert.Single(PdfDocument.Read(bytes).Signatures);
        Assert.Equal(("Seal1", "GM.PKILite", "GM.sm2seal"), (signature.FieldName, signature.Filter, signature.SubFilter));
        Assert.Equal(pending.ByteRange, signature.ByteRange);
        Assert.Equal(Some.SignedValue, signature.Contents.ToArray());
        Assert.Equal(new PdfCoverage(true, true, true, 0, PdfLaterChanges.None), signature.Coverage);
        Assert.True(signature.Coverage.IsSound);
        Assert.Equal(pending.DigestOfByteRange.ToArray(), signature.DigestOfByteRange());
        Assert.Equal(signature.DigestOfByteRange(), Sm3.HashData(signature.SignedBytes()));

        // What is left out is a string of hexadecimal digits and its two delimiters.
        var range = pending.ByteRange;
        Assert.Equal((0, bytes.Length, (4096 * 2) + 2), (range.FirstStart, range.SecondEnd, range.SecondStart - range.FirstEnd));
        var gap = Encoding.ASCII.GetString(bytes, range.FirstEnd, range.SecondStart - range.FirstEnd);
        Assert.Matches("^<[0-9A-F]+>$", gap);
        Assert.Contains($"/ByteRange {range}", Encoding.Latin1.GetString(bytes));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_second_signature_leaves_the_first_ones_bytes_and_is_told_apart_from_other_changes(string form)
    {
        var first = Some.SealedPdf(Original(form));
        var both = Some.SealedPdf(first);
        Assert.Equal(first, both[..first.Length]);
        var signatures = PdfDocument.Read(both).Signatures;
        Assert.Equal(["Seal1", "Seal2"], signatures.Select(s => s.FieldName));
        Assert.Equal(PdfDocument.Read(first).Signatures[0].DigestOfByteRange(), signatures[0].DigestOfByteRange());
        Assert.Equal(new PdfCoverage(true, true, true, both.Length - first.Length, PdfLaterChanges.SignaturesOnly), signatures[0].Coverage);
        Assert.Equal(new PdfCoverage(true, true, true, 0, PdfLaterChanges.None), signatures[1].Coverage);
    }

    [Fact]
    public void Five_signatures_one_after_the_other_are_all_sound()
    {
        var bytes = Some.Pdf();
        for (var i = 0; i < 5; i++)
            bytes = Some.SealedPdf(bytes);
        var signatures = PdfDocument.Read(bytes).Signatures;
        Assert.Equal(5, signatures.Length);
        Assert.All(signatures, s => Assert.True(s.Coverage.IsSound));
    }

    [Fact]
    public void Every_flipped_byte_of_what_is_signed_changes_the_digest_or_the_reading()
    {
        var good = Some.SealedPdf(PdfBytes.Usual);
        var signature = PdfDocument.Read(good).Signatures[0];
        var range = signature.ByteRange!.Value;
        var digest = signature.DigestOfByteRange();
        foreach (var i in Enumerable.Range(0, range.FirstEnd).Concat(Enumerable.Range(range.SecondStart, range.SecondLength)))
        {
            good[i] ^= 1;
            Assert.True(IsNoticed(good, digest), $"byte {i}");
            good[i] ^= 1;
        }
    }

    [Theory]
    [InlineData("a page that shows something else", 3, "<</Type/Page/Parent 2 0 R/Contents 50 0 R>>")]
    [InlineData("a page that is turned", 3, "<</Type/Page/Parent 2 0 R/Rotate 90>>")]
    [InlineData("other pages", 2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 800]>>")]
    [InlineData("a catalog that does something", 1, "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>")]
    [InlineData("a form of other fields", 1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>")]
    public void Other_changes_after_a_signature_are_told(string what, int number, string content)
    {
        var later = PdfBytes.Update(Some.SealedPdf(PdfBytes.Usual), number, content);
        var coverage = PdfDocument.Read(later).Signatures.Select(s => s.Coverage).ToArray();
        Assert.True(coverage is [] || coverage is [{ IsWholeRevision: true, LaterChanges: PdfLaterChanges.Other, IsSound: false }], what);
    }

    [Fact]
    public void An_object_that_was_missing_and_comes_later_is_a_change()
    {
        var sealedFile = Some.SealedPdf(PdfBytes.Table(PdfBytes.Catalog, PdfBytes.Pages, "<</Type/Page/Parent 2 0 R/Contents 40 0 R>>"));
        var later = PdfBytes.Update(sealedFile, 40, "<</Length 1>>\nstream\nq\nendstream");
        Assert.Equal(PdfLaterChanges.Other, Assert.Single(PdfDocument.Read(later).Signatures).Coverage.LaterChanges);
    }

    [Fact]
    public void An_annotation_that_is_no_signature_is_a_change()
    {
        var sealedFile = Encoding.Latin1.GetString(Some.SealedPdf(PdfBytes.Usual));
        var page = sealedFile[sealedFile.LastIndexOf("3 0 obj", StringComparison.Ordinal)..];
        var annotations = page[(page.IndexOf('[') + 1)..page.IndexOf(']')];
        var note = $"<</Type/Page/Parent 2 0 R/Annots[{annotations} <</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents(x)>>]>>";
        Assert.Equal(PdfLaterChanges.Other, PdfDocument.Read(PdfBytes.Update(Encoding.Latin1.GetBytes(sealedFile), 3, note)).Signatures[0].Coverage.LaterChanges);
        var same = $"<</Type/Page/Parent 2 0 R/Annots[{annotations}]>>";
        Assert.Equal(PdfLaterChanges.SignaturesOnly, PdfDocument.Read(PdfBytes.Update(Encoding.Latin1.GetBytes(sealedFile), 3, same)).Signatures[0].Coverage.LaterChanges);
    }

    [Fact]
    public void A_revision_that_adds_nothing_visible_but_bytes_is_told()
    {
        var bytes = Some.SealedPdf(PdfBytes.Usual);
        Assert.Equal(PdfLaterChanges.None, PdfDocument.Read((byte[])[.. bytes, .. "\n\n"u8]).Signatures[0].Coverage.LaterChanges);
        Assert.Equal(3, PdfDocument.Read((byte[])[.. bytes, .. "%x\n"u8]).Signatures[0].Coverage.BytesAfter);
    }

    [Theory]
    [InlineData("[1 {1} {2} {3}]", false, false)]
    [InlineData("[0 {1} {2} 10]", true, false)]
    [InlineData("[0 10 {2} {3}]", true, false)]
    [InlineData("[0 {1} {1} {3}]", true, false)]
    [InlineData("[0 0 0 0]", true, false)]
    public void A_ByteRange_that_leaves_out_more_is_not_sound(string range, bool startsAtZero, bool isSound)
    {
        var bytes = Some.SealedPdf(PdfBytes.Usual);
        var text = Encoding.Latin1.GetString(bytes);
        var good = PdfDocument.Read(bytes).Signatures[0].ByteRange!.Value;
        var bad = range.Replace("{1}", $"{good.FirstLength}").Replace("{2}", $"{good.SecondStart}").Replace("{3}", $"{good.SecondLength}");
        var old = text.Substring(text.IndexOf("/ByteRange", StringComparison.Ordinal), "/ByteRange [0 0000000000 0000000000 0000000000]".Length);
        var signature = PdfDocument.Read(Encoding.Latin1.GetBytes(text.Replace(old, ("/ByteRange " + bad).PadRight(old.Length)))).Signatures[0];
        Assert.Equal(startsAtZero, signature.Coverage.StartsAtZero);
        Assert.Equal(isSound, signature.Coverage.IsSound);
    }

    [Theory]
    [InlineData("[-1 2 3 4]")]
    [InlineData("[0 9 8 1]")]
    [InlineData("[0 1 2 9999999]")]
    [InlineData("[0 1 2]")]
    [InlineData("[0 1 2 2147483647]")]
    [InlineData("[0 1.5 2 3]")]
    public void A_ByteRange_that_is_none_signs_nothing(string range)
    {
        var signature = $"<</Type/Sig/Filter/A/SubFilter/B/ByteRange{range}/Contents<00>>>";
        var bytes = PdfBytes.Table("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", PdfBytes.Pages, PdfBytes.Page, "<</FT/Sig/T(a)/V 5 0 R>>", signature);
        var read = Assert.Single(PdfDocument.Read(bytes).Signatures);
        Assert.Null(read.ByteRange);
        Assert.Empty(read.SignedBytes());
        Assert.False(read.Coverage.IsSound);
    }

    [Fact]
    public void Contents_from_elsewhere_are_not_covered()
    {
        var bytes = Encoding.Latin1.GetString(Some.SealedPdf(PdfBytes.Usual));
        var moved = PdfBytes.Update(Encoding.Latin1.GetBytes(bytes), 4, bytes[(bytes.IndexOf("4 0 obj", StringComparison.Ordinal) + 8)..bytes.LastIndexOf("endobj", StringComparison.Ordinal)].Split("\nendobj")[0]);
        Assert.False(PdfDocument.Read(moved).Signatures[0].Coverage.LeavesOutContentsOnly);
    }

    // One unit is a millimetre here, the visible page 100 wide and 80 high before it is turned; the stamp's box is 30 × 20, 10 from the left, 20 from the top.
    [Theory]
    [InlineData(0, 100, "[10 40 40 60]")]
    [InlineData(90, 80, "[20 10 40 40]")]
    [InlineData(180, 100, "[60 20 90 40]")]
    [InlineData(270, 80, "[60 40 80 70]")]
    public void A_stamp_lies_where_it_is_seen_on_a_turned_page(int turn, double width, string expected)
    {
        var page = $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/CropBox[0 0 100 80]/Rotate {turn}/UserUnit 2.834645669>>";
        var document = PdfDocument.Read(PdfBytes.Table(PdfBytes.Catalog, PdfBytes.Pages, page));
        Assert.Equal(width, document.Pages[0].Width, 3);
        var bytes = PdfSigning.Begin(document, Some.PdfRequest with { Placement = new StampPlacement(0, 10, 20, 30, 20) }).Complete([1]);
        Assert.Contains("/Rect " + expected, Encoding.Latin1.GetString(bytes));
    }

    [Fact]
    public void A_certified_document_that_allows_nothing_is_closed()
    {
        const string Certified = "<</Type/Catalog/Pages 2 0 R/Perms<</DocMDP<</Reference[<</TransformParams<</P {0}>>>>]>>>>>>";
        Some.Refuses(SealRefusal.DocumentClosed, () => Some.SealedPdf(PdfBytes.Table(Certified.Replace("{0}", "1"), PdfBytes.Pages, PdfBytes.Page)));
        Assert.Single(PdfDocument.Read(Some.SealedPdf(PdfBytes.Table(Certified.Replace("{0}", "2"), PdfBytes.Pages, PdfBytes.Page))).Signatures);
    }

    [Fact]
    public void A_signature_longer_than_its_place_is_refused()
    {
        var pending = PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), Some.PdfRequest with { ContentsSize = 10 });
        pending.Complete(new byte[10]);
        Some.Refuses(SealRefusal.SignatureTooLarge, () => pending.Complete(new byte[11]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_stamp_on_no_page_is_refused(int page) => Some.Refuses(
        SealRefusal.PlacementImpossible, () => PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), Some.PdfRequest with { Placement = Some.Placement with { PageIndex = page } }));

    [Fact]
    public void Nothing_needs_to_show()
    {
        var bytes = PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), Some.PdfRequest with { Placement = null, Look = null, Filter = "DJ.GMPkiLite", SubFilter = "GM.sm2cms.detached" }).Complete([1]);
        var signature = PdfDocument.Read(bytes).Signatures[0];
        Assert.Equal(("DJ.GMPkiLite", "GM.sm2cms.detached"), (signature.Filter, signature.SubFilter));
        Assert.DoesNotContain("/AP", Encoding.Latin1.GetString(bytes));
    }

    [Fact]
    public void An_uploaded_picture_shows_with_its_opacity()
    {
        var bytes = PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), Some.PdfRequest with { Look = SealPicture.Take(Some.Png(20, 10)) }).Complete([1]);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains("/SMask", text);
        Assert.Contains("/Subtype /Image", text);
        Some.Refuses(SealRefusal.PictureUnfitForPdf, () => PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), Some.PdfRequest with { Look = Some.UnitSeal.ToPicture() }));
    }

    [Fact]
    public void The_same_signature_gives_the_same_bytes() => Assert.Equal(Some.SealedPdf(Some.Pdf()), Some.SealedPdf(Some.Pdf()));

    private static bool IsNoticed(byte[] bytes, byte[] digest)
    {
        try
        {
            return PdfDocument.Read(bytes).Signatures is not [var signature] || !signature.Coverage.IsSound || !signature.DigestOfByteRange().AsSpan().SequenceEqual(digest);
        }
        catch (SealRefusedException)
        {
            return true;
        }
    }

    private static byte[] Original(string form) => form switch
    {
        "table" => PdfBytes.Usual,
        "streams" => PdfBytes.Streams(),
        "form" => PdfBytes.Table(
            "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>", PdfBytes.Pages, "<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>",
            "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(Seal1x)/V(x)>>", "<</Fields 6 0 R/DA(/F 9 Tf)>>", "[4 0 R]"),
        "annotations apart" => PdfBytes.Table(PdfBytes.Catalog, PdfBytes.Pages, "<</Type/Page/Parent 2 0 R/Annots 4 0 R>>", "[]"),
        _ => Some.Pdf(),
    };
}
