using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Messages;

namespace ScCa.Pki.KeyFiles;

/// <summary>What a key file is to hold: for keys of tests and trials; keys in use stay in tokens and modules.</summary>
/// <param name="PrivateKey">PKCS#8 in the clear; wiping it is the caller's.</param>
/// <param name="Certificate">The key's own.</param>
public sealed record KeyFileContent(ReadOnlyMemory<byte> PrivateKey, PkiCertificate Certificate)
{
    private const int SaltOctets = 16;

    // RFC 7292 §4.
    private const int Version = 3;

    /// <summary>Certificates above the key's own.</summary>
    public IReadOnlyList<PkiCertificate> Path { get; init; } = [];

    public string? FriendlyName { get; init; }

    /// <summary>PFX, DER: certificates encrypted, the key encrypted by itself, everything under one code.</summary>
    public byte[] Seal(ReadOnlySpan<char> password, KeyFileProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        using var secret = new KeyFilePassword(password);
        var content = EncodeSafe(secret, profile);
        var salt = RandomNumberGenerator.GetBytes(SaltOctets);
        var code = profile.Integrity.Authenticate(secret, salt, profile.Iterations, content);
        return Writing.Sequence(writer =>
        {
            writer.WriteInteger(Version);
            ContentInfo.Write(writer, Oids.Pkcs7Data, inner => inner.WriteOctetString(content));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(AlgorithmIdentifier.Write(profile.Integrity.Digest.Oid, withNull: true));
                    writer.WriteOctetString(code);
                }

                writer.WriteOctetString(salt);
                writer.WriteInteger(profile.Iterations);
            }
        });
    }

    // AuthenticatedSafe ::= SEQUENCE OF ContentInfo, RFC 7292 §4.1.
    private byte[] EncodeSafe(KeyFilePassword password, KeyFileProfile profile)
    {
        var certificates = Writing.Sequence(writer =>
        {
            WriteCertificate(writer, Certificate, AttributesOfPair());
            foreach (var certificate in Path)
                WriteCertificate(writer, certificate, []);
        });
        var keys = Writing.Sequence(writer => WriteKey(writer, password, profile));
        return Writing.Sequence(writer =>
        {
            ContentInfo.Write(writer, Oids.Pkcs7EncryptedData, inner => WriteEncrypted(inner, password, profile, certificates));
            ContentInfo.Write(writer, Oids.Pkcs7Data, inner => inner.WriteOctetString(keys));
        });
    }

    private static void WriteEncrypted(AsnWriter writer, KeyFilePassword password, KeyFileProfile profile, ReadOnlySpan<byte> content)
    {
        var cipher = PasswordCipher.New(profile);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Pkcs7Data);
                cipher.WriteIdentifier(writer);
                writer.WriteOctetString(cipher.Encrypt(password, content), Reading.Context(0));
            }
        }
    }

    private void WriteKey(AsnWriter writer, KeyFilePassword password, KeyFileProfile profile)
    {
        var cipher = PasswordCipher.New(profile);
        WriteBag(writer, Oids.ShroudedKeyBag, AttributesOfPair(), inner =>
        {
            using (inner.PushSequence())
            {
                cipher.WriteIdentifier(inner);
                inner.WriteOctetString(cipher.Encrypt(password, PrivateKey.Span));
            }
        });
    }

    private static void WriteCertificate(AsnWriter writer, PkiCertificate certificate, IReadOnlyList<MessageAttribute> attributes) =>
        WriteBag(writer, Oids.CertificateBag, attributes, inner =>
        {
            using (inner.PushSequence())
            {
                inner.WriteObjectIdentifier(Oids.X509CertificateBag);
                using (inner.PushExplicit(0))
                    inner.WriteOctetString(certificate.Encoded.Span);
            }
        });

    // SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT, bagAttributes SET OF OPTIONAL }, RFC 7292 §4.2.
    private static void WriteBag(AsnWriter writer, string type, IReadOnlyList<MessageAttribute> attributes, Action<AsnWriter> content)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushExplicit(0))
                content(writer);
            if (attributes.Count > 0)
                writer.WriteEncodedValue(new AttributeList(attributes).Encode());
        }
    }

    // RFC 2985 §5.5: the same local id says that key and certificate belong together.
    private IReadOnlyList<MessageAttribute> AttributesOfPair() =>
    [
        MessageAttribute.Of(Oids.LocalKeyIdAttribute, writer => writer.WriteOctetString(DigestAlgorithm.Sha1.HashData(Certificate.Encoded.Span))),
        .. FriendlyName is null ? Array.Empty<MessageAttribute>() : [MessageAttribute.Of(Oids.FriendlyNameAttribute, WriteFriendlyName)],
    ];

    private void WriteFriendlyName(AsnWriter writer) => writer.WriteCharacterString(UniversalTagNumber.BMPString, FriendlyName!);
}
