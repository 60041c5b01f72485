namespace ScCa.Pki.Messages;

/// <summary>How a message names a certificate.</summary>
public enum CertificateReferenceForm
{
    IssuerAndSerialNumber = 0,
    SubjectKeyIdentifier = 1,
}
