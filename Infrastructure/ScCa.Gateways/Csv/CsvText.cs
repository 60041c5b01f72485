using System.Text;

namespace ScCa.Gateways.Csv;

/// <summary>The encodings that statements come in, both strict: what is no text is said to be none instead of being guessed at.</summary>
public static class CsvText
{
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding of a name, or null.</summary>
    public static Encoding? Named(string name) => name switch
    {
        "utf-8" => Utf8,
        "gb18030" => Gb18030,
        _ => null,
    };
}
