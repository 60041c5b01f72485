using System.Formats.Asn1;

namespace ScCa.Issuance.X509;

/// <summary>Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }, RFC 5280 §4.1.</summary>
internal static class AssembledCertificate
{
    /// <summary>Puts the signed bytes in as they are: nothing is built a second time, so nothing can differ from what was linted.</summary>
    public static byte[] Assemble(ReadOnlySpan<byte> tbs, ReadOnlySpan<byte> signatureAlgorithm, ReadOnlySpan<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(tbs);
            writer.WriteEncodedValue(signatureAlgorithm);
            writer.WriteBitString(signature);
        }

        return writer.Encode();
    }

    /// <summary>The first field of a certificate, tag and length included.</summary>
    /// <exception cref="AsnContentException">It is no certificate.</exception>
    public static ReadOnlyMemory<byte> TbsOf(ReadOnlyMemory<byte> certificate)
    {
        var reader = new AsnReader(certificate, AsnEncodingRules.DER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        return fields.ReadEncodedValue();
    }
}
