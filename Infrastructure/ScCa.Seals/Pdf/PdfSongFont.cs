using System.Globalization;
using System.Text;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>
/// Chinese text without an embedded font: a composite font of Adobe-GB1 under the name and the predefined CMap that readers bring along
/// (ISO 32000-1, 9.7.5.2).
/// </summary>
internal static class PdfSongFont
{
    private const string FontName = "STSong-Light";
    private const string CMap = "UniGB-UCS2-H";

    // In Adobe-GB1 these are the proportional ASCII characters; the font leaves half of each square empty.
    private const int FirstAscii = 1;
    private const int LastAscii = 95;
    private const int HalfWidth = 500;

    private const int SymbolicSerif = 2 | 4;

    public static PdfReference Add(PdfUpdate update)
    {
        var descriptor = update.Add(new PdfDictionary(
            ("Type", new PdfName("FontDescriptor")), ("FontName", new PdfName(FontName)), ("Flags", PdfNumber.Of(SymbolicSerif)),
            ("FontBBox", Numbers(-25, -254, 1000, 880)), ("ItalicAngle", PdfNumber.Of(0)), ("Ascent", PdfNumber.Of(752)), ("Descent", PdfNumber.Of(-271)),
            ("CapHeight", PdfNumber.Of(737)), ("StemV", PdfNumber.Of(58))));
        var descendant = update.Add(new PdfDictionary(
            ("Type", new PdfName("Font")), ("Subtype", new PdfName("CIDFontType0")), ("BaseFont", new PdfName(FontName)),
            ("CIDSystemInfo", new PdfDictionary(("Registry", PdfText.Of("Adobe")), ("Ordering", PdfText.Of("GB1")), ("Supplement", PdfNumber.Of(4)))),
            ("FontDescriptor", descriptor), ("DW", PdfNumber.Of(1000)), ("W", Numbers(FirstAscii, LastAscii, HalfWidth))));
        return update.Add(new PdfDictionary(
            ("Type", new PdfName("Font")), ("Subtype", new PdfName("Type0")), ("BaseFont", new PdfName($"{FontName}-{CMap}")),
            ("Encoding", new PdfName(CMap)), ("DescendantFonts", PdfArray.Of(descendant))));
    }

    /// <summary>The operand of Tj: UCS-2, a geta mark for what lies beyond it.</summary>
    public static string Shown(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
            hex.Append((rune.IsBmp ? rune.Value : '\u3013').ToString("X4", CultureInfo.InvariantCulture));
        return hex.Append('>').ToString();
    }

    private static PdfArray Numbers(params int[] numbers) => new([.. numbers.Select(PdfNumber.Of)]);
}
