using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>A message signed and encrypted at once, PKCS#7 v1.5 §11 and GM/T 0010 §10: the signature is over the plaintext. First it is opened, then verified.</summary>
public sealed class SignedAndEnvelopedData
{
    private readonly IReadOnlyList<RecipientInfo> recipients;
    private readonly IReadOnlyList<DigestAlgorithm> digestsNamed;
    private readonly EncryptedContent content;

    private SignedAndEnvelopedData(
        IReadOnlyList<RecipientInfo> recipients, IReadOnlyList<DigestAlgorithm> digestsNamed, EncryptedContent content, CertificateBag bag, IReadOnlyList<SignerInfo> signers)
    {
        (this.recipients, this.digestsNamed, this.content, Signers) = (recipients, digestsNamed, content, signers);
        (Certificates, RevocationLists) = (bag.Readable(), bag.RevocationLists);
    }

    public string ContentType => content.ContentType;

    public IReadOnlyList<CertificateReference> Recipients => [.. recipients.Select(recipient => recipient.Certificate)];

    public IReadOnlyList<PkiCertificate> Certificates { get; }

    /// <summary>CertificateList, encoded, as they came along.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists { get; }

    public IReadOnlyList<SignerInfo> Signers { get; }

    /// <exception cref="PkiRefusedException">The bytes are no such message.</exception>
    public static SignedAndEnvelopedData From(ReadOnlyMemory<byte> encoded) => ContentInfo.Read(
        encoded, MessageType.SignedAndEnvelopedData, PkiRefusal.MessageMalformed, (_, reader) => Read(reader));

    /// <exception cref="PkiRefusedException">It is not for this certificate, was altered, or is encrypted with something else than is supported.</exception>
    public byte[] Open(PkiCertificate certificate, IRecipientKey key) => RecipientInfo.Open(recipients, content, certificate, key);

    /// <summary>Verifies every signer of what <see cref="Open"/> gave.</summary>
    public MessageVerdict Verify(ReadOnlyMemory<byte> opened, MessageExpectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        IReadOnlyList<PkiCertificate> certificates = [.. expectation.Certificates, .. Certificates];
        return new([.. Signers.Select(signer => new SignerCheck(signer, ContentType, opened, digestsNamed, certificates).Run(expectation.Trust, expectation.At))]);
    }

    private static SignedAndEnvelopedData Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        if (fields.ReadSmallInteger() != 1)
            throw new AsnContentException("The version is 1.");
        var recipients = RecipientInfo.ReadAll(fields);
        var digests = SignedData.ReadDigests(fields);
        var content = EncryptedContent.Read(fields);
        var bag = CertificateBag.Read(fields);
        var signers = SignedData.ReadSigners(fields);
        fields.RequireEmpty();
        return new(recipients, digests, content, bag, signers);
    }
}
