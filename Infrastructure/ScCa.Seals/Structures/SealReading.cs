using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki;

namespace ScCa.Seals.Structures;

/// <summary>Reads bytes of strangers: whatever is wrong with them is a refusal, and nothing else comes out.</summary>
internal static class SealReading
{
    public static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Reads what must be one value and nothing after it.</summary>
    public static T Whole<T>(ReadOnlyMemory<byte> encoded, SealRefusal refusal, Func<AsnReader, T> read, AsnEncodingRules rules = AsnEncodingRules.DER)
    {
        try
        {
            var reader = new AsnReader(encoded, rules);
            var value = read(reader);
            reader.ThrowIfNotEmpty();
            return value;
        }
        catch (Exception e) when (e is AsnContentException or OverflowException or ArgumentException or CryptographicException and not PkiRefusedException)
        {
            throw new SealRefusedException(refusal);
        }
    }

    /// <summary>The fields of a SEQUENCE, each with the bytes it came in.</summary>
    /// <param name="rules">BER where a field may be what vendors write against DER; each field is then read by its own rules.</param>
    public static ReadOnlyMemory<byte>[] Fields(AsnReader reader, int countMax, AsnEncodingRules rules = AsnEncodingRules.DER)
    {
        var fields = new List<ReadOnlyMemory<byte>>();
        for (var inside = new AsnReader(Contents(reader), rules); inside.HasData;)
        {
            if (fields.Count == countMax)
                throw new AsnContentException("There are more fields than the standard has.");
            fields.Add(inside.ReadEncodedValue());
        }

        return [.. fields];
    }

    public static T Field<T>(ReadOnlyMemory<byte> encoded, Func<AsnReader, T> read, AsnEncodingRules rules = AsnEncodingRules.DER)
    {
        var reader = new AsnReader(encoded, rules);
        var value = read(reader);
        reader.ThrowIfNotEmpty();
        return value;
    }

    public static ReadOnlyMemory<byte> Octets(AsnReader reader) =>
        reader.TryReadPrimitiveOctetString(out var octets) ? octets : throw new AsnContentException("An octet string stands in one piece.");

    /// <summary>A BIT STRING of whole octets.</summary>
    public static ReadOnlyMemory<byte> Bits(AsnReader reader) => reader.TryReadPrimitiveBitString(out var unusedBits, out var bits) && unusedBits == 0
        ? bits
        : throw new AsnContentException("A bit string stands in one piece and ends with a whole octet.");

    public static string Ia5(AsnReader reader) => reader.ReadCharacterString(UniversalTagNumber.IA5String);

    public static string ObjectIdentifier(AsnReader reader) => reader.ReadObjectIdentifier();

    public static int SmallInteger(AsnReader reader) => reader.TryReadInt32(out var value) ? value : throw new AsnContentException("The number is too large.");

    /// <summary>timeStamp [0] EXPLICIT BIT STRING.</summary>
    public static ReadOnlyMemory<byte> StampBits(AsnReader reader)
    {
        var wrapper = reader.ReadSequence(Context0);
        var token = Bits(wrapper);
        wrapper.ThrowIfNotEmpty();
        return token;
    }

    public static bool StartsWith(ReadOnlyMemory<byte> encoded, Asn1Tag tag) => Asn1Tag.TryDecode(encoded.Span, out var found, out _) && found.HasSameClassAndValue(tag);

    private static ReadOnlyMemory<byte> Contents(AsnReader reader)
    {
        var encoded = reader.ReadEncodedValue();
        AsnDecoder.ReadSequence(encoded.Span, AsnEncodingRules.DER, out var offset, out var length, out _);
        return encoded.Slice(offset, length);
    }
}
