using System.Formats.Asn1;
using System.Text;

namespace ScCa.Seals.Structures;

/// <summary>timeInfo: when the signer says that the seal was used. V1 leaves its form open, and three occur.</summary>
public sealed record SealTimeInfo
{
    private SealTimeInfo(ReadOnlyMemory<byte> raw) => Raw = raw;

    /// <summary>As it came: in V1 what the BIT STRING holds, else the whole GeneralizedTime.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Null where it cannot be read, or is a timestamp that says it.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>A timestamp token in place of a time, V1 only.</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; private init; }

    internal static SealTimeInfo OfGeneralizedTime(ReadOnlyMemory<byte> encoded) => new(encoded) { Time = SealReading.Field(encoded, SealTime.Read) };

    // A token first, then an encoded time, then text. Text may begin like a token ('0' is the tag of SEQUENCE), but its length then disagrees.
    internal static SealTimeInfo OfBits(ReadOnlyMemory<byte> bits) => IsWhole(bits, Asn1Tag.Sequence)
        ? new(bits) { Timestamp = bits }
        : new(bits) { Time = EncodedTime(bits) ?? SealTime.ParseText(Encoding.Latin1.GetString(bits.Span)) };

    private static DateTimeOffset? EncodedTime(ReadOnlyMemory<byte> bits)
    {
        try
        {
            return IsWhole(bits, Asn1Tag.UtcTime) || IsWhole(bits, Asn1Tag.GeneralizedTime) ? SealReading.Field(bits, SealTime.Read) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool IsWhole(ReadOnlyMemory<byte> bits, Asn1Tag tag) =>
        SealReading.StartsWith(bits, tag) && AsnDecoder.TryReadEncodedValue(bits.Span, AsnEncodingRules.BER, out _, out _, out _, out var consumed) && consumed == bits.Length;
}
