using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Names;

namespace ScCa.Pki.Messages;

/// <summary>The signed attribute that binds a signature to one certificate: SigningCertificate (RFC 2634 §5.4) and SigningCertificateV2 (RFC 5035 §3).</summary>
public static class SigningCertificate
{
    // ESSCertIDv2 ::= hashAlgorithm DEFAULT sha256; ESSCertID hashes with SHA-1 by definition.
    private static readonly DigestAlgorithm Default = DigestAlgorithm.Sha256;

    private sealed record Reference(DigestAlgorithm? Algorithm, ReadOnlyMemory<byte> Hash);

    public static MessageAttribute Of(PkiCertificate certificate, DigestAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(algorithm);
        return MessageAttribute.Of(Oids.SigningCertificateV2Attribute, writer =>
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                // X.690 §11.5: a value equal to its default is left out.
                if (algorithm != Default)
                    writer.WriteEncoded(algorithm.Identifier);
                writer.WriteOctetString(algorithm.HashData(certificate.Encoded.Span));
                WriteIssuerSerial(writer, certificate);
            }
        });
    }

    /// <summary>Whether the attributes name this certificate first, in each form that is there; null where neither is.</summary>
    /// <exception cref="PkiRefusedException">An attribute is malformed.</exception>
    public static bool? Names(AttributeList attributes, PkiCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(certificate);
        IReadOnlyList<Reference> references =
        [
            .. attributes.ValueOf(Oids.SigningCertificateV2Attribute) is { } second ? [AttributeList.Parse(second, reader => ReadFirst(reader, isSecond: true))] : Array.Empty<Reference>(),
            .. attributes.ValueOf(Oids.SigningCertificateAttribute) is { } first ? [AttributeList.Parse(first, reader => ReadFirst(reader, isSecond: false))] : Array.Empty<Reference>(),
        ];
        return references.Count == 0
            ? null
            : references.All(reference => reference.Algorithm is { } algorithm && algorithm.HashData(certificate.Encoded.Span).AsSpan().SequenceEqual(reference.Hash.Span));
    }

    // RFC 5035 §3: the first certificate named is the signer's; those of its path may follow, and policies.
    private static Reference ReadFirst(AsnReader reader, bool isSecond)
    {
        var fields = reader.ReadSequence();
        var first = fields.ReadSequence().ReadSequence();
        var algorithm = !isSecond ? DigestAlgorithm.Sha1 : first.Has(Asn1Tag.Sequence) ? DigestAlgorithm.Read(first) : Default;
        return new(algorithm, first.ReadOctetString());
    }

    // IssuerSerial ::= SEQUENCE { issuer GeneralNames, serialNumber }.
    private static void WriteIssuerSerial(AsnWriter writer, PkiCertificate certificate)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteEncoded(GeneralName.DirectoryName(certificate.Issuer).Encoded);
            writer.WriteInteger(certificate.SerialNumber.Span);
        }
    }
}
