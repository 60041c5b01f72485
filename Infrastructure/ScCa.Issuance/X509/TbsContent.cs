using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace ScCa.Issuance.X509;

/// <summary>What a certificate is to say. The names, the key and the algorithm come in encoded and go in as they came.</summary>
internal sealed record TbsContent(
    byte[] Serial, byte[] SignatureAlgorithm, byte[] Issuer, Instant NotBefore, Instant NotAfter, byte[] Subject, byte[] SubjectPublicKeyInfo,
    IReadOnlyList<X509Extension> Extensions)
{
    // RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
    private const int LastUtcTimeYear = 2049;

    /// <summary>TBSCertificate, RFC 5280 §4.1.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                writer.WriteInteger(2);
            writer.WriteInteger(Serial);
            writer.WriteEncodedValue(SignatureAlgorithm);
            writer.WriteEncodedValue(Issuer);
            using (writer.PushSequence())
            {
                WriteTime(writer, NotBefore);
                WriteTime(writer, NotAfter);
            }

            writer.WriteEncodedValue(Subject);
            writer.WriteEncodedValue(SubjectPublicKeyInfo);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
            using (writer.PushSequence())
            {
                foreach (var extension in Extensions)
                    WriteExtension(writer, extension);
            }
        }

        return writer.Encode();
    }

    // X.509 counts in whole seconds; what is smaller is dropped.
    private static void WriteTime(AsnWriter writer, Instant instant)
    {
        var time = instant.ToDateTimeOffset();
        if (time.Year <= LastUtcTimeYear)
            writer.WriteUtcTime(time, LastUtcTimeYear);
        else
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
    }

    private static void WriteExtension(AsnWriter writer, X509Extension extension)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid!.Value!);
            // X.690 §11.5: a value equal to its default is left out.
            if (extension.Critical)
                writer.WriteBoolean(true);
            writer.WriteOctetString(extension.RawData);
        }
    }
}
