using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Signing;

namespace ScCa.Pki.Messages;

/// <summary>
/// CSRResponse, GM/T 0092: the signature certificate, and with it, where the subject has a pair of them, the encryption certificate and its private key sealed for
/// the signature key.
/// </summary>
/// <param name="EnvelopedKey">SM2EnvelopedKey, DER; null where the answer is to a request for one certificate.</param>
public sealed record CsrResponse(
    IReadOnlyList<PkiCertificate> SignCertificates, ReadOnlyMemory<byte>? EnvelopedKey, IReadOnlyList<PkiCertificate> EncryptCertificates)
{
    private const byte SequenceTag = 0x30;

    private const byte EnvelopeTag = 0xA0;

    private const int LengthMax = 1024 * 1024;

    /// <exception cref="PkiRefusedException">The bytes are no such response, or a certificate in it is malformed.</exception>
    public static CsrResponse From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.MessageMalformed, Read);

    public byte[] Encode() => Writing.Sequence(writer =>
    {
        WriteSet(writer, null, SignCertificates);
        if (EnvelopedKey is { } key)
            writer.WriteEncodedValue(Tagged(key, EnvelopeTag));
        if (EncryptCertificates.Count > 0)
            WriteSet(writer, Reading.Context(1), EncryptCertificates);
    });

    /// <summary>Opens the encryption key with the signature key; it must be the one of the encryption certificate.</summary>
    /// <exception cref="PkiRefusedException">There is no key, or it does not open.</exception>
    public Sm2PrivateKey OpenKey(Sm2PrivateKey signatureKey)
    {
        if (EnvelopedKey is not { } envelope || EncryptCertificates is not [{ PublicKey.Sm2: { } expected }, ..])
            throw new PkiRefusedException(PkiRefusal.MessageRejected);
        try
        {
            return Sm2EnvelopedKey.Open(envelope.Span, signatureKey, expected);
        }
        catch (Sm2RefusedException refused)
        {
            throw new PkiRefusedException(PkiRefusal.MessageRejected, refused);
        }
    }

    private static CsrResponse Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var signing = ReadSet(fields, null);
        // The standard's Annex writes EncryptedData here; the body, and what is in use, SM2EnvelopedKey under an implicit tag.
        ReadOnlyMemory<byte>? envelope = null;
        if (fields.Has(0))
            envelope = Tagged(fields.ReadEncodedValue(), SequenceTag);
        var encryption = fields.Has(1) ? ReadSet(fields, Reading.Context(1)) : [];
        fields.RequireEmpty();
        return new(signing, envelope, encryption);
    }

    // Some write the certificates in their own order, not in that of DER.
    private static List<PkiCertificate> ReadSet(AsnReader fields, Asn1Tag? tag)
    {
        var certificates = Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true, tag), value => PkiCertificate.From(value.ReadEncodedValue()));
        return certificates.Count > 0 ? certificates : throw new AsnContentException("There is at least one certificate.");
    }

    private static void WriteSet(AsnWriter writer, Asn1Tag? tag, IReadOnlyList<PkiCertificate> certificates)
    {
        using (writer.PushSetOf(tag))
        {
            foreach (var certificate in certificates)
                writer.WriteEncoded(certificate.Encoded);
        }
    }

    private static byte[] Tagged(ReadOnlyMemory<byte> value, byte tag)
    {
        var copy = value.ToArray();
        copy[0] = tag;
        return copy;
    }
}
