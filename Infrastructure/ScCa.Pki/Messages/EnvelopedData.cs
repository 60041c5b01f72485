using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>An encrypted message, RFC 5652 §6 and GM/T 0010 §9. Nothing in it says who sent it, or that it was not altered: what is opened is verified by other means.</summary>
public sealed class EnvelopedData
{
    private readonly IReadOnlyList<RecipientInfo> recipients;
    private readonly EncryptedContent content;

    private EnvelopedData(string type, IReadOnlyList<RecipientInfo> recipients, EncryptedContent content) => (Type, this.recipients, this.content) = (type, recipients, content);

    /// <summary>The type that the message itself is given as.</summary>
    public string Type { get; }

    public string ContentType => content.ContentType;

    public IReadOnlyList<CertificateReference> Recipients => [.. recipients.Select(recipient => recipient.Certificate)];

    /// <exception cref="PkiRefusedException">The bytes are no encrypted message.</exception>
    public static EnvelopedData From(ReadOnlyMemory<byte> encoded) => ContentInfo.Read(encoded, MessageType.EnvelopedData, PkiRefusal.MessageMalformed, Read);

    /// <exception cref="PkiRefusedException">It is not for this certificate, was altered, or is encrypted with something else than is supported.</exception>
    public byte[] Open(PkiCertificate certificate, IRecipientKey key) => RecipientInfo.Open(recipients, content, certificate, key);

    private static EnvelopedData Read(string type, AsnReader reader)
    {
        var fields = reader.ReadSequence();
        // RFC 5652 §6.1: 0, 2, 3 or 4; GB/T 35275 writes 1.
        if (fields.ReadSmallInteger() is < 0 or > 4)
            throw new AsnContentException("No encrypted message has this version.");
        // OriginatorInfo helps to agree on keys, which is not done here.
        if (fields.Has(0))
            fields.ReadEncodedValue();
        var recipients = RecipientInfo.ReadAll(fields);
        var content = EncryptedContent.Read(fields);
        if (fields.Has(1))
            fields.ReadEncodedValue();
        fields.RequireEmpty();
        return new(type, recipients, content);
    }
}
