using System.Formats.Asn1;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Building;

/// <summary>Extensions as they stand in a certificate, one after another.</summary>
internal static class ExtensionBytes
{
    public static byte[] Of(params IEnumerable<Extension> extensions) => [.. extensions.SelectMany(Of)];

    private static byte[] Of(Extension extension)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid);
            // X.690 §11.5: a value equal to its default is left out.
            if (extension.IsCritical)
                writer.WriteBoolean(true);
            writer.WriteOctetString(extension.Value.Span);
        }

        return writer.Encode();
    }
}
