using System.Formats.Asn1;
using ScCa.Pki.Algorithms;

namespace ScCa.Pki.Asn1;

/// <summary>SIGNED { … }: SEQUENCE { toBeSigned, algorithm, signature BIT STRING }, the shape of certificates, lists and requests (X.509 §6).</summary>
internal static class SignedBytes
{
    public static byte[] Assemble(ReadOnlySpan<byte> toBeSigned, SignatureAlgorithm algorithm, ReadOnlySpan<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, toBeSigned.Length + signature.Length + 64);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            writer.WriteEncodedValue(algorithm.Identifier.Span);
            writer.WriteBitString(signature);
        }

        return writer.Encode();
    }
}
