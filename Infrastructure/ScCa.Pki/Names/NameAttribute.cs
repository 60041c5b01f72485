using System.Formats.Asn1;

namespace ScCa.Pki.Names;

/// <summary>One attribute of a distinguished name.</summary>
/// <param name="Encoded">The value with its tag, as it stands in the name.</param>
public readonly record struct NameAttribute(string Oid, ReadOnlyMemory<byte> Encoded)
{
    /// <summary>The value as text; null where it is no string.</summary>
    public string? Text
    {
        get
        {
            try
            {
                var reader = new AsnReader(Encoded, AsnEncodingRules.DER);
                return reader.PeekTag().TagClass == TagClass.Universal ? reader.ReadCharacterString((UniversalTagNumber)reader.PeekTag().TagValue) : null;
            }
            catch (Exception e) when (e is AsnContentException or ArgumentException)
            {
                return null;
            }
        }
    }
}
