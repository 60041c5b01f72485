using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>Signs for one signer.</summary>
internal static class SignerWork
{
    public static void Write(AsnWriter writer, MessageProfile profile, MessageSigner signer, string contentType, ReadOnlyMemory<byte> content)
    {
        Require(profile, signer, contentType);
        var attributes = signer.HasAttributes ? AttributesOf(signer, contentType, content) : null;
        var signature = signer.Key.Sign(attributes is null ? content.Span : attributes.Encode());
        SignerInfo.Write(writer, profile, CertificateReference.To(signer.Certificate, signer.Form), signer.Key.Algorithm, attributes, signature, []);
    }

    private static AttributeList AttributesOf(MessageSigner signer, string contentType, ReadOnlyMemory<byte> content)
    {
        var digest = signer.Key.Algorithm.Digest.HashData(content.Span);
        var all = new List<MessageAttribute>
        {
            MessageAttribute.Of(Oids.ContentTypeAttribute, writer => writer.WriteObjectIdentifier(contentType)),
            MessageAttribute.Of(Oids.MessageDigestAttribute, writer => writer.WriteOctetString(digest)),
        };
        if (signer.SigningTime is { } time)
            all.Add(MessageAttribute.Of(Oids.SigningTimeAttribute, writer => writer.WriteTime(time)));
        return new([.. all, .. signer.MoreAttributes]);
    }

    private static void Require(MessageProfile profile, MessageSigner signer, string contentType)
    {
        if (!signer.Key.PublicKey.Equals(signer.Certificate.PublicKey))
            throw new ArgumentException("The certificate is not the key's.", nameof(signer));
        if (!signer.HasAttributes && (signer.MoreAttributes.Count > 0 || signer.SigningTime is not null))
            throw new ArgumentException("Attributes were given to a signer who signs none.", nameof(signer));
        // RFC 5652 §5.3.
        if (!signer.HasAttributes && !MessageProfile.Is(contentType, MessageType.Data))
            throw new ArgumentException("Content of another type than data is signed through attributes.", nameof(signer));
        if (profile.IsOfPkcs7 && signer.Form != CertificateReferenceForm.IssuerAndSerialNumber)
            throw new ArgumentException("GM/T 0010 names certificates by issuer and serial number.", nameof(signer));
    }
}
