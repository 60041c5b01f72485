using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>One signer of a message, RFC 5652 §5.3.</summary>
public sealed class SignerInfo
{
    private const byte SetTag = 0x31;

    private readonly ReadOnlyMemory<byte> signedAttributesContent;

    private SignerInfo(
        CertificateReference certificate, DigestAlgorithm? digest, AttributeList? signedAttributes, ReadOnlyMemory<byte> signedAttributesContent,
        SignatureAlgorithm? algorithm, ReadOnlyMemory<byte> signature, AttributeList? unsignedAttributes) =>
        (Certificate, Digest, SignedAttributes, this.signedAttributesContent, Algorithm, Signature, UnsignedAttributes) =
        (certificate, digest, signedAttributes, signedAttributesContent, algorithm, signature, unsignedAttributes);

    public CertificateReference Certificate { get; }

    /// <summary>Null where it is not known here.</summary>
    public DigestAlgorithm? Digest { get; }

    /// <summary>Null where the content itself is signed.</summary>
    public AttributeList? SignedAttributes { get; }

    /// <summary>Null where it is not known here.</summary>
    public SignatureAlgorithm? Algorithm { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    public AttributeList? UnsignedAttributes { get; }

    internal static SignerInfo Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var version = fields.ReadSmallInteger();
        var certificate = CertificateReference.Read(fields);
        // RFC 5652 §5.3: the version follows from how the certificate is named.
        if (version != VersionOf(certificate))
            throw new AsnContentException("The signer's version is not that of its identifier.");
        var digest = DigestAlgorithm.Read(fields);
        var (signed, content) = ReadSigned(fields);
        var algorithm = MessageProfile.AlgorithmOf(AlgorithmIdentifier.Read(fields));
        var signature = fields.ReadOctetString();
        var unsigned = fields.Has(1) ? AttributeList.Read(fields.ReadSetOf(skipSortOrderValidation: true, Reading.Context(1))) : null;
        fields.RequireEmpty();
        return new(certificate, digest, signed, content, algorithm, signature, unsigned);
    }

    internal static void Write(
        AsnWriter writer, MessageProfile profile, CertificateReference certificate, SignatureAlgorithm algorithm, AttributeList? signedAttributes,
        ReadOnlySpan<byte> signature, IReadOnlyList<MessageAttribute> unsignedAttributes)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(VersionOf(certificate));
            certificate.Write(writer);
            writer.WriteEncoded(algorithm.Digest.Identifier);
            if (signedAttributes is not null)
                writer.WriteEncodedValue(signedAttributes.Encode(Reading.Context(0)));
            writer.WriteEncodedValue(profile.SignatureIdentifierOf(algorithm));
            writer.WriteOctetString(signature);
            if (unsignedAttributes.Count > 0)
                writer.WriteEncodedValue(new AttributeList(unsignedAttributes).Encode(Reading.Context(1)));
        }
    }

    /// <summary>Whether the key signed the attributes, or the content where there are none. The digest of the content is another step.</summary>
    internal bool IsSignedBy(PublicKey key, ReadOnlySpan<byte> content)
    {
        if (Algorithm is not { } algorithm)
            return false;
        if (SignedAttributes is null)
            return key.Verify(algorithm, content, Signature.Span);
        // RFC 5652 §5.4: the SET in DER is signed. Some sign it in the order they send it in; then that is what verifies.
        var asSent = Writing.Der(writer => writer.WriteOctetString(signedAttributesContent.Span));
        asSent[0] = SetTag;
        return key.Verify(algorithm, asSent, Signature.Span) || key.Verify(algorithm, SignedAttributes.Encode(), Signature.Span);
    }

    private static int VersionOf(CertificateReference certificate) => certificate.Form == CertificateReferenceForm.IssuerAndSerialNumber ? 1 : 3;

    private static (AttributeList? Attributes, ReadOnlyMemory<byte> Content) ReadSigned(AsnReader fields)
    {
        if (!fields.Has(0))
            return default;
        var content = fields.PeekContentBytes();
        return (AttributeList.Read(fields.ReadSetOf(skipSortOrderValidation: true, Reading.Context(0))), content);
    }
}
