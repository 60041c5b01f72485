using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Timestamps;

/// <summary>TimeStampReq, RFC 3161 §2.4.1.</summary>
/// <param name="Policy">The policy asked for; null where the authority may choose.</param>
/// <param name="Nonce">The content octets of an INTEGER; empty where there is none.</param>
/// <param name="IsCertificateWanted">certReq: whether the token is to hold the authority's certificate.</param>
public sealed record TimestampRequest(
    MessageImprint Imprint, string? Policy, ReadOnlyMemory<byte> Nonce, bool IsCertificateWanted, IReadOnlyList<Extension> Extensions)
{
    // A request is a digest and little more.
    internal const int LengthMax = 16 * 1024;

    private const int Version = 1;
    private const int NonceOctets = 8;

    // RFC 3161 leaves the length open; a nonce longer than a serial number only makes the token longer.
    private const int NonceOctetsMax = 64;

    /// <summary>A request with a fresh nonce.</summary>
    public static TimestampRequest For(MessageImprint imprint, string? policy = null, bool isCertificateWanted = true) =>
        new(imprint, policy, NewNonce(), isCertificateWanted, []);

    /// <exception cref="PkiRefusedException">The bytes are no request.</exception>
    public static TimestampRequest From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.TimestampRequestMalformed, Read);

    public byte[] Encode() => Writing.Sequence(writer =>
    {
        writer.WriteInteger(Version);
        Imprint.Write(writer);
        if (Policy is not null)
            writer.WriteObjectIdentifier(Policy);
        if (!Nonce.IsEmpty)
            writer.WriteInteger(Nonce.Span);
        // X.690 §11.5: a value equal to its default is left out.
        if (IsCertificateWanted)
            writer.WriteBoolean(true);
        if (Extensions.Count == 0)
            return;
        using (writer.PushSequence(Reading.Context(0)))
        {
            foreach (var extension in Extensions)
                extension.Write(writer);
        }
    });

    private static TimestampRequest Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        if (fields.ReadSmallInteger() != Version)
            throw new AsnContentException("The version is 1.");
        var imprint = MessageImprint.Read(fields);
        var policy = fields.Has(Asn1Tag.ObjectIdentifier) ? fields.ReadObjectIdentifier() : null;
        var nonce = fields.Has(Asn1Tag.Integer) ? fields.ReadIntegerBytes() : default;
        if (nonce.Length > NonceOctetsMax)
            throw new AsnContentException("The nonce is too long.");
        var isCertificateWanted = fields.Has(Asn1Tag.Boolean) && fields.ReadBoolean();
        var extensions = TimestampExtensions.Read(fields, tag: 0);
        fields.RequireEmpty();
        return new(imprint, policy, nonce, isCertificateWanted, extensions);
    }

    private static byte[] NewNonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceOctets);
        // Neither negative nor with an octet that a minimal INTEGER would drop.
        nonce[0] = (byte)((nonce[0] & 0x7F) | 0x40);
        return nonce;
    }
}
