using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Pki.Asn1;

/// <summary>Reads bytes of strangers: whatever is wrong with them is a refusal, and nothing else comes out.</summary>
internal static class Reading
{
    /// <summary>Reads what must be one value and nothing after it.</summary>
    public static T Whole<T>(ReadOnlyMemory<byte> encoded, PkiRefusal refusal, Func<AsnReader, T> read, AsnEncodingRules rules = AsnEncodingRules.DER) =>
        Guarded(refusal, () =>
        {
            var reader = new AsnReader(encoded, rules);
            var value = read(reader);
            reader.ThrowIfNotEmpty();
            return value;
        });

    /// <summary>A refusal from deeper down stays what it is: it is nearer to the place.</summary>
    public static T Guarded<T>(PkiRefusal refusal, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is AsnContentException or DecoderFallbackException or OverflowException or ArgumentException or CryptographicException and not PkiRefusedException)
        {
            throw new PkiRefusedException(refusal, e);
        }
    }

    /// <summary>Every value of a SEQUENCE OF or SET OF.</summary>
    public static List<T> Each<T>(AsnReader values, Func<AsnReader, T> read)
    {
        var list = new List<T>();
        while (values.HasData)
            list.Add(read(values));
        return list;
    }

    public static bool Has(this AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);

    public static bool Has(this AsnReader reader, int contextTag) => reader.Has(Context(contextTag));

    public static Asn1Tag Context(int value, bool isConstructed = false) => new(TagClass.ContextSpecific, value, isConstructed);

    /// <summary>RFC 5280 §4.1.2.5: UTCTime or GeneralizedTime.</summary>
    public static DateTimeOffset ReadTime(this AsnReader reader) => reader.Has(Asn1Tag.UtcTime)
        // RFC 5280 §4.1.2.5.1: two digits below 50 are of this century.
        ? reader.ReadUtcTime(twoDigitYearMax: 2049)
        : reader.ReadGeneralizedTime();

    /// <summary>A BIT STRING of whole octets.</summary>
    public static ReadOnlyMemory<byte> ReadOctetAlignedBits(this AsnReader reader, Asn1Tag? tag = null)
    {
        var bits = ReadBits(reader, out var unusedBits, tag);
        return unusedBits == 0 ? bits : throw new AsnContentException("The bit string does not end with a whole octet.");
    }

    public static int ReadSmallInteger(this AsnReader reader, Asn1Tag? tag = null) =>
        reader.TryReadInt32(out var value, tag) ? value : throw new AsnContentException("The number is too large.");

    public static void RequireEmpty(this AsnReader reader) => reader.ThrowIfNotEmpty();

    private static ReadOnlyMemory<byte> ReadBits(AsnReader reader, out int unusedBits, Asn1Tag? tag) =>
        reader.TryReadPrimitiveBitString(out unusedBits, out var bits, tag) ? bits : reader.ReadBitString(out unusedBits, tag);
}
