using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>What an encrypted message is to hold, and for whom: SM4-CBC under SM2, AES-256-CBC under RSA.</summary>
public sealed record EnvelopedDataContent(MessageProfile Profile, ReadOnlyMemory<byte> Content, IReadOnlyList<PkiCertificate> Recipients)
{
    public CertificateReferenceForm Form { get; init; } = CertificateReferenceForm.IssuerAndSerialNumber;

    /// <summary>The type of the content; "data" of the profile where it is not given.</summary>
    public string? ContentType { get; init; }

    /// <summary>Encrypts under a fresh key and answers with the message, DER.</summary>
    public byte[] Seal()
    {
        if (Profile.IsOfPkcs7 && Form != CertificateReferenceForm.IssuerAndSerialNumber)
            throw new InvalidOperationException("GM/T 0010 names certificates by issuer and serial number.");
        using var key = ContentKey.For(Recipients);
        return ContentInfo.Write(Profile.TypeOf(MessageType.EnvelopedData), writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(Profile.IsOfPkcs7 ? 1 : Form == CertificateReferenceForm.IssuerAndSerialNumber ? 0 : 2);
                using (writer.PushSetOf())
                {
                    foreach (var recipient in Recipients)
                        RecipientInfo.Write(writer, Profile, recipient, Form, key.Octets);
                }

                EncryptedContent.Write(writer, ContentType ?? Profile.TypeOf(MessageType.Data), key.Cipher, key.Octets, Content.Span);
            }
        });
    }
}
