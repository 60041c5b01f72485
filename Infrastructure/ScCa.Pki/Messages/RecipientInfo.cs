using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Signing;

namespace ScCa.Pki.Messages;

/// <summary>KeyTransRecipientInfo, RFC 5652 §6.2.1: the content's key, encrypted for one certificate.</summary>
internal sealed record RecipientInfo(CertificateReference Certificate, PublicKeyKind? Kind, ReadOnlyMemory<byte> EncryptedKey)
{
    private const int CountMax = 256;

    /// <summary>Those that a key opens; agreed keys, passwords and the like are passed over.</summary>
    public static IReadOnlyList<RecipientInfo> ReadAll(AsnReader fields)
    {
        var all = Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true), Read);
        return all.Count <= CountMax ? [.. all.OfType<RecipientInfo>()] : throw new AsnContentException("There are too many recipients.");
    }

    public static void Write(AsnWriter writer, MessageProfile profile, PkiCertificate certificate, CertificateReferenceForm form, ReadOnlySpan<byte> key)
    {
        using (writer.PushSequence())
        {
            // GB/T 35275 numbers the one form 1, RFC 5652 §6.2.1 numbers the two 0 and 2.
            writer.WriteInteger(profile.IsOfPkcs7 ? 1 : form == CertificateReferenceForm.IssuerAndSerialNumber ? 0 : 2);
            CertificateReference.To(certificate, form).Write(writer);
            if (certificate.PublicKey.Sm2 is { } sm2)
            {
                writer.WriteEncodedValue(AlgorithmIdentifier.Write(Oids.Sm2Encryption));
                writer.WriteOctetString(Sm2Encryption.Encrypt(sm2, key));
            }
            else
            {
                using var rsa = RSA.Create();
                rsa.ImportSubjectPublicKeyInfo(certificate.PublicKey.SubjectPublicKeyInfo.Span, out _);
                writer.WriteEncodedValue(AlgorithmIdentifier.Write(Oids.Rsa, withNull: true));
                writer.WriteOctetString(rsa.Encrypt(key, RSAEncryptionPadding.Pkcs1));
            }
        }
    }

    /// <summary>Opens the content for who holds the certificate's key.</summary>
    /// <exception cref="PkiRefusedException">It is not for this certificate, or does not open.</exception>
    public static byte[] Open(IReadOnlyList<RecipientInfo> recipients, EncryptedContent content, PkiCertificate certificate, IRecipientKey key)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        var own = recipients.FirstOrDefault(recipient => recipient.Kind == key.Kind && recipient.Certificate.RefersTo(certificate))
            ?? throw new PkiRefusedException(PkiRefusal.MessageRejected);
        return content.OpenAndWipe(key.Decrypt(own.EncryptedKey.Span), hidesKeyFailure: key.Kind == PublicKeyKind.Rsa);
    }

    private static RecipientInfo? Read(AsnReader reader)
    {
        if (!reader.Has(Asn1Tag.Sequence))
        {
            reader.ReadEncodedValue();
            return null;
        }

        var fields = reader.ReadSequence();
        if (fields.ReadSmallInteger() is not (0 or 1 or 2))
            throw new AsnContentException("No recipient has this version.");
        var certificate = CertificateReference.Read(fields);
        var kind = KindOf(AlgorithmIdentifier.Read(fields));
        var encryptedKey = fields.ReadOctetString();
        fields.RequireEmpty();
        return new(certificate, kind, encryptedKey);
    }

    private static PublicKeyKind? KindOf(AlgorithmIdentifier.Parts algorithm) => algorithm.Oid switch
    {
        _ when !algorithm.HasNoParameters => null,
        Oids.Sm2Encryption or Oids.Sm2KeyExchange => PublicKeyKind.Sm2,
        Oids.Rsa => PublicKeyKind.Rsa,
        _ => null,
    };
}
