using System.Globalization;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>The two parts of the file that a signature signs (ISO 32000-1, 12.8.1): all but its own /Contents.</summary>
public readonly record struct PdfByteRange(int FirstStart, int FirstLength, int SecondStart, int SecondLength)
{
    public int FirstEnd => FirstStart + FirstLength;

    public int SecondEnd => SecondStart + SecondLength;

    /// <summary>As the file says it: [0 840 960 240].</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{FirstStart} {FirstLength} {SecondStart} {SecondLength}]");

    /// <summary>Null where these are no two parts of the file, one behind the other.</summary>
    internal static PdfByteRange? Of(IReadOnlyList<PdfValue> items, int fileLength)
    {
        int?[] numbers = [.. items.Select(i => (i as PdfNumber)?.Integer)];
        return numbers is [{ } a and >= 0, { } b and >= 0, { } c and >= 0, { } d and >= 0] && (long)a + b <= c && (long)c + d <= fileLength
            ? new PdfByteRange(a, b, c, d)
            : null;
    }
}
