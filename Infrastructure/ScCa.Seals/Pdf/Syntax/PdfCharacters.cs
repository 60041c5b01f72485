namespace ScCa.Seals.Pdf.Syntax;

/// <summary>Classes of characters (ISO 32000-1, 7.2.2).</summary>
internal static class PdfCharacters
{
    public static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte c) => c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public static bool IsRegular(byte c) => !IsSpace(c) && !IsDelimiter(c);

    public static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    public static int HexValue(byte c) => char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;
}
