using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Timestamps;

/// <summary>Accuracy ::= SEQUENCE { seconds OPTIONAL, millis [0] OPTIONAL, micros [1] OPTIONAL }, RFC 3161 §2.4.2.</summary>
internal static class TimestampAccuracy
{
    private const int Thousand = 1000;

    public static TimeSpan Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var seconds = fields.Has(Asn1Tag.Integer) ? fields.ReadSmallInteger() : 0;
        if (seconds < 0)
            throw new AsnContentException("An accuracy is not negative.");
        var span = TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(ReadPart(fields, 0)) + TimeSpan.FromMicroseconds(ReadPart(fields, 1));
        fields.RequireEmpty();
        return span;
    }

    /// <summary>What is smaller than a microsecond is rounded up: an accuracy never promises more than there is.</summary>
    public static void Write(AsnWriter writer, TimeSpan accuracy)
    {
        var micros = (accuracy.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;
        using (writer.PushSequence())
        {
            if (micros / (Thousand * Thousand) is > 0 and var seconds)
                writer.WriteInteger(seconds);
            if (micros / Thousand % Thousand is > 0 and var millis)
                writer.WriteInteger(millis, Reading.Context(0));
            if (micros % Thousand is > 0 and var rest)
                writer.WriteInteger(rest, Reading.Context(1));
        }
    }

    // INTEGER (1..999).
    private static int ReadPart(AsnReader fields, int tag)
    {
        if (!fields.Has(tag))
            return 0;
        var part = fields.ReadSmallInteger(Reading.Context(tag));
        return part is > 0 and < Thousand ? part : throw new AsnContentException("Thousandths are 1 to 999.");
    }
}
