using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Certificates;

/// <summary>What a certificate is to say.</summary>
/// <param name="SerialNumber">The content octets of a positive INTEGER.</param>
public sealed record CertificateContent(
    ReadOnlyMemory<byte> SerialNumber, SignatureAlgorithm Algorithm, DistinguishedName Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter,
    DistinguishedName Subject, PublicKey PublicKey, IReadOnlyList<Extension> Extensions)
{
    /// <summary>TBSCertificate, RFC 5280 §4.1.</summary>
    public byte[] Encode() => Writing.Sequence(writer =>
    {
        using (writer.PushExplicit(0))
            writer.WriteInteger(2);
        writer.WriteInteger(SerialNumber.Span);
        writer.WriteEncoded(Algorithm.Identifier);
        writer.WriteEncoded(Issuer.Encoded);
        using (writer.PushSequence())
        {
            writer.WriteTime(NotBefore);
            writer.WriteTime(NotAfter);
        }

        writer.WriteEncoded(Subject.Encoded);
        writer.WriteEncoded(PublicKey.SubjectPublicKeyInfo);
        if (Extensions.Count == 0)
            return;
        using (writer.PushExplicit(3))
            Extension.WriteAll(writer, Extensions);
    });

    /// <summary>Encodes and signs; for who needs no durable intent in between, such as tests and a ceremony.</summary>
    public PkiCertificate Sign(ISigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Algorithm != Algorithm)
            throw new ArgumentException("The content names another algorithm than the signer's.", nameof(signer));
        var toBeSigned = Encode();
        return PkiCertificate.From(PkiCertificate.Assemble(toBeSigned, Algorithm, signer.Sign(toBeSigned)));
    }
}
