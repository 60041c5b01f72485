namespace ScCa.Seals.Pdf.Syntax;

/// <summary>Classes of characters (ISO 32000-1, 7.2.2).</summary>
internal static class PdfCharacters
{
    public static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte c) => c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public static bool IsRegular(byte c) => !IsSpace(c) && !IsDelimiter(c);

    public static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    public static int HexValue(byte c) => (char)c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
