using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Ocsp;

/// <summary>What is to be answered, RFC 6960 §4.2.1. Made for many in a second: two buffers, and what the signature needs.</summary>
/// <param name="Nonce">The request's, or empty for none.</param>
public sealed record OcspResponseContent(OcspResponderId Responder, DateTimeOffset ProducedAt, IReadOnlyList<OcspAnswer> Answers, ReadOnlyMemory<byte> Nonce = default)
{
    // One answer with its hashes, times and nonce.
    private const int UsualSize = 512;

    /// <summary>ResponseData.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, UsualSize);
        using (writer.PushSequence())
        {
            writer.WriteEncoded(Responder.Encoded);
            writer.WriteGeneralizedTime(ProducedAt, omitFractionalSeconds: true);
            using (writer.PushSequence())
            {
                foreach (var answer in Answers)
                    answer.Write(writer);
            }

            if (!Nonce.IsEmpty)
            {
                using (writer.PushSequence(Reading.Context(1)))
                    OcspNonce.Write(writer, Nonce);
            }
        }

        return writer.Encode();
    }

    /// <summary>The whole response, DER.</summary>
    /// <param name="certificates">Those that the client needs to believe the signer: none where it is the issuer itself.</param>
    public byte[] Sign(ISigner signer, params IReadOnlyList<PkiCertificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(certificates);
        var toBeSigned = Encode();
        return Assemble(toBeSigned, signer.Algorithm, signer.Sign(toBeSigned), certificates);
    }

    private static byte[] Assemble(byte[] toBeSigned, SignatureAlgorithm algorithm, byte[] signature, IReadOnlyList<PkiCertificate> certificates)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, toBeSigned.Length + signature.Length + certificates.Sum(certificate => certificate.Encoded.Length) + 128);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(OcspResponseStatus.Successful);
            using (writer.PushSequence(Reading.Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.OcspBasic);
                using (writer.PushOctetString())
                    WriteBasic(writer, toBeSigned, algorithm, signature, certificates);
            }
        }

        return writer.Encode();
    }

    // BasicOCSPResponse.
    private static void WriteBasic(AsnWriter writer, byte[] toBeSigned, SignatureAlgorithm algorithm, byte[] signature, IReadOnlyList<PkiCertificate> certificates)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            writer.WriteEncoded(algorithm.Identifier);
            writer.WriteBitString(signature);
            if (certificates.Count == 0)
                return;
            using (writer.PushSequence(Reading.Context(0)))
            using (writer.PushSequence())
            {
                foreach (var certificate in certificates)
                    writer.WriteEncoded(certificate.Encoded);
            }
        }
    }
}
