using System.Formats.Asn1;

namespace ScCa.Issuance.X509;

/// <summary>A distinguished name, one attribute per RDN, in the order given (RFC 5280 §4.1.2.4).</summary>
internal static class NameWriter
{
    // RFC 5280 Appendix A.1: these two are PrintableString whatever they hold; the others are DirectoryString, and new ones are UTF8String.
    private static UniversalTagNumber StringTypeOf(string oid) =>
        oid is Oids.CountryName or Oids.SerialNumber ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String;

    /// <exception cref="System.Text.EncoderFallbackException">A value cannot be encoded in its attribute's type.</exception>
    public static byte[] Encode(params ReadOnlySpan<(string Oid, string Value)> attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var (oid, value) in attributes)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                    writer.WriteCharacterString(StringTypeOf(oid), value);
                }
            }
        }

        return writer.Encode();
    }
}
