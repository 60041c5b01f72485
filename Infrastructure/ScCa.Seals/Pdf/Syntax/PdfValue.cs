using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>A value of a PDF (ISO 32000-1, 7.3).</summary>
internal abstract class PdfValue;

internal sealed class PdfNull : PdfValue
{
    public static readonly PdfNull It = new();
}

internal sealed class PdfBoolean(bool value) : PdfValue
{
    public bool Value => value;
}

/// <summary>A number as it was written: written again, it is the same.</summary>
internal sealed class PdfNumber(string text) : PdfValue
{
    public string Text => text;

    public double Value => double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public int? Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static PdfNumber Of(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static PdfNumber Of(double value) => new(Millimetres.Text(value));
}

/// <summary>A name, its bytes as characters below 256.</summary>
internal sealed class PdfName(string text) : PdfValue
{
    public string Text => text;
}

/// <summary>A string and where it stands in the file, delimiters included; what stands in no file has no place.</summary>
internal sealed class PdfText(byte[] bytes, bool isHex, int start = -1, int end = -1) : PdfValue
{
    public byte[] Bytes => bytes;

    public bool IsHex => isHex;

    public int Start => start;

    public int End => end;

    /// <summary>A text string: PDFDocEncoding where ASCII suffices, else UTF-16 (7.9.2.2).</summary>
    public static PdfText Of(string text) => System.Text.Ascii.IsValid(text)
        ? new PdfText(System.Text.Encoding.ASCII.GetBytes(text), isHex: false)
        : new PdfText([0xFE, 0xFF, .. System.Text.Encoding.BigEndianUnicode.GetBytes(text)], isHex: true);

    public string Shown() => bytes is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)) : System.Text.Encoding.Latin1.GetString(bytes);
}

internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number => number;

    public int Generation => generation;
}

internal sealed class PdfArray(ImmutableArray<PdfValue> items) : PdfValue
{
    public ImmutableArray<PdfValue> Items => items;

    public static PdfArray Of(params ImmutableArray<PdfValue> items) => new(items);

    public PdfArray With(PdfValue item) => new(items.Add(item));
}

/// <summary>A dictionary in the order it was written.</summary>
internal sealed class PdfDictionary : PdfValue
{
    private readonly Dictionary<string, PdfValue> byKey = new(StringComparer.Ordinal);

    public PdfDictionary(params ImmutableArray<(string Key, PdfValue Value)> entries)
    {
        Entries = entries;
        foreach (var (key, value) in entries)
        {
            // Twice the same key: which one counts is left to the reader, so none does.
            if (!byKey.TryAdd(key, value))
                throw new SealRefusedException(SealRefusal.PdfMalformed, "/" + key);
        }
    }

    public ImmutableArray<(string Key, PdfValue Value)> Entries { get; }

    public bool TryGet(string key, [NotNullWhen(true)] out PdfValue? value) => byKey.TryGetValue(key, out value);

    public PdfValue? Find(string key) => byKey.GetValueOrDefault(key);

    public PdfDictionary With(string key, PdfValue value) => new([.. Entries.Where(e => e.Key != key), (key, value)]);
}

internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw) : PdfValue
{
    public PdfDictionary Dictionary => dictionary;

    /// <summary>As it lies in the file: still packed.</summary>
    public ReadOnlyMemory<byte> Raw => raw;
}
