using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>What a message that is signed and encrypted at once is to hold.</summary>
public sealed record SignedAndEnvelopedDataContent(
    MessageProfile Profile, ReadOnlyMemory<byte> Content, IReadOnlyList<MessageSigner> Signers, IReadOnlyList<PkiCertificate> Recipients)
{
    /// <summary>Come along; signers' own are here only where they are named.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; init; } = [];

    /// <summary>Signs, encrypts under a fresh key and answers with the message, DER.</summary>
    public byte[] Seal()
    {
        using var key = ContentKey.For(Recipients);
        return ContentInfo.Write(Profile.TypeOf(MessageType.SignedAndEnvelopedData), writer =>
        {
            var type = Profile.TypeOf(MessageType.Data);
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    foreach (var recipient in Recipients)
                        RecipientInfo.Write(writer, Profile, recipient, CertificateReferenceForm.IssuerAndSerialNumber, key.Octets);
                }

                SignedDataContent.WriteDigests(writer, Signers);
                EncryptedContent.Write(writer, type, key.Cipher, key.Octets, Content.Span);
                CertificateBag.Write(writer, Certificates, []);
                SignedDataContent.WriteSigners(writer, Profile, Signers, type, Content);
            }
        });
    }
}
