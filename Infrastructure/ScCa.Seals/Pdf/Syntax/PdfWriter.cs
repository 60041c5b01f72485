using System.Globalization;
using System.Text;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>Values as bytes (ISO 32000-1, 7.3).</summary>
internal static class PdfWriter
{
    public static void Write(MemoryStream output, PdfValue value)
    {
        switch (value)
        {
            case PdfNull:
                Ascii(output, "null");
                break;
            case PdfBoolean boolean:
                Ascii(output, boolean.Value ? "true" : "false");
                break;
            case PdfNumber number:
                Ascii(output, number.Text);
                break;
            case PdfName name:
                Ascii(output, "/" + string.Concat(name.Text.Select(NameCharacter)));
                break;
            case PdfText text:
                Write(output, text);
                break;
            case PdfReference reference:
                Ascii(output, string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R"));
                break;
            case PdfArray array:
                Write(output, array);
                break;
            case PdfDictionary dictionary:
                Write(output, dictionary);
                break;
            case PdfStream stream:
                Write(output, stream.Dictionary.With("Length", PdfNumber.Of(stream.Raw.Length)));
                Ascii(output, "\nstream\n");
                output.Write(stream.Raw.Span);
                Ascii(output, "\nendstream");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    public static void Ascii(MemoryStream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));

    private static string NameCharacter(char c) => c is > '!' and <= '~' && c != '#' && PdfCharacters.IsRegular((byte)c)
        ? c.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"#{(int)c:X2}");

    private static void Write(MemoryStream output, PdfText text)
    {
        if (text.IsHex)
        {
            Ascii(output, $"<{Convert.ToHexString(text.Bytes)}>");
            return;
        }

        output.WriteByte((byte)'(');
        foreach (var b in text.Bytes)
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\')
                output.WriteByte((byte)'\\');
            if (b == '\r')
                Ascii(output, "\\r");
            else
                output.WriteByte(b);
        }

        output.WriteByte((byte)')');
    }

    private static void Write(MemoryStream output, PdfArray array)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < array.Items.Length; i++)
        {
            if (i > 0)
                output.WriteByte((byte)' ');
            Write(output, array.Items[i]);
        }

        output.WriteByte((byte)']');
    }

    private static void Write(MemoryStream output, PdfDictionary dictionary)
    {
        Ascii(output, "<<");
        foreach (var (key, value) in dictionary.Entries)
        {
            Write(output, new PdfName(key));
            output.WriteByte((byte)' ');
            Write(output, value);
        }

        Ascii(output, ">>");
    }
}
