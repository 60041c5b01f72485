using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Names;

namespace ScCa.Pki.Messages;

/// <summary>SignerIdentifier and RecipientIdentifier, RFC 5652 §5.3 and §6.2.1: which certificate is meant.</summary>
public sealed class CertificateReference
{
    private CertificateReference(DistinguishedName? issuer, ReadOnlyMemory<byte> serialNumber, ReadOnlyMemory<byte> subjectKeyIdentifier) =>
        (Issuer, SerialNumber, SubjectKeyIdentifier) = (issuer, serialNumber, subjectKeyIdentifier);

    public CertificateReferenceForm Form => Issuer is null ? CertificateReferenceForm.SubjectKeyIdentifier : CertificateReferenceForm.IssuerAndSerialNumber;

    /// <summary>Null where the key is named.</summary>
    public DistinguishedName? Issuer { get; }

    /// <summary>The content octets of the INTEGER; empty where the key is named.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; }

    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; }

    /// <exception cref="ArgumentException">The certificate has no subject key identifier and is to be named by it.</exception>
    public static CertificateReference To(PkiCertificate certificate, CertificateReferenceForm form = CertificateReferenceForm.IssuerAndSerialNumber)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (form == CertificateReferenceForm.IssuerAndSerialNumber)
            return new(certificate.Issuer, certificate.SerialNumber, default);
        var identifier = certificate.Extensions.SubjectKeyIdentifier;
        return identifier.IsEmpty ? throw new ArgumentException("The certificate names no key identifier.", nameof(certificate)) : new(null, default, identifier);
    }

    public bool RefersTo(PkiCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Issuer is null
            ? !SubjectKeyIdentifier.IsEmpty && KeyIdentifierOf(certificate).Span.SequenceEqual(SubjectKeyIdentifier.Span)
            : certificate.SerialNumber.Span.SequenceEqual(SerialNumber.Span) && certificate.Issuer.Equals(Issuer);
    }

    internal static CertificateReference Read(AsnReader fields)
    {
        if (fields.Has(0))
            return new(null, default, fields.ReadOctetString(Reading.Context(0)));
        var pair = fields.ReadSequence();
        var reference = new CertificateReference(DistinguishedName.Read(pair), pair.ReadIntegerBytes(), default);
        pair.RequireEmpty();
        return reference;
    }

    internal void Write(AsnWriter writer)
    {
        if (Issuer is null)
        {
            writer.WriteOctetString(SubjectKeyIdentifier.Span, Reading.Context(0));
            return;
        }

        using (writer.PushSequence())
        {
            writer.WriteEncoded(Issuer.Encoded);
            writer.WriteInteger(SerialNumber.Span);
        }
    }

    // A certificate whose extension is malformed is not the one that is meant.
    private static ReadOnlyMemory<byte> KeyIdentifierOf(PkiCertificate certificate)
    {
        try
        {
            return certificate.Extensions.SubjectKeyIdentifier;
        }
        catch (PkiRefusedException)
        {
            return default;
        }
    }
}
