using System.Formats.Asn1;
using ScCa.Keys;

namespace ScCa.Issuance.X509;

internal static class AlgorithmIdentifier
{
    /// <summary>The signature's algorithm as the certificate names it. RFC 5758 §3.2: for ECDSA the parameters are absent, not NULL.</summary>
    public static byte[] Of(KeyAlgorithm algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(algorithm.SignatureOid);
        return writer.Encode();
    }
}
