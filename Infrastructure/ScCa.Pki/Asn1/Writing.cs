using System.Formats.Asn1;

namespace ScCa.Pki.Asn1;

/// <summary>Writes DER.</summary>
internal static class Writing
{
    // RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
    private const int LastUtcTimeYear = 2049;

    private const int FirstUtcTimeYear = 1950;

    public static byte[] Der(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }

    public static byte[] Sequence(Action<AsnWriter> write) => Der(writer =>
    {
        using (writer.PushSequence())
            write(writer);
    });

    /// <summary>X.509 counts in whole seconds; what is smaller is dropped.</summary>
    public static void WriteTime(this AsnWriter writer, DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        if (utc.Year is >= FirstUtcTimeYear and <= LastUtcTimeYear)
            writer.WriteUtcTime(utc, LastUtcTimeYear);
        else
            writer.WriteGeneralizedTime(utc, omitFractionalSeconds: true);
    }

    public static IDisposable PushExplicit(this AsnWriter writer, int contextTag) => writer.PushSequence(Reading.Context(contextTag, isConstructed: true));

    public static void WriteEncoded(this AsnWriter writer, ReadOnlyMemory<byte> encoded) => writer.WriteEncodedValue(encoded.Span);
}
