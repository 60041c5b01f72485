using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Messages;

/// <summary>Verifies one signer step by step. Nothing in a message makes it throw.</summary>
internal sealed class SignerCheck(
    SignerInfo signer, string contentType, ReadOnlyMemory<byte>? content, IReadOnlyList<DigestAlgorithm> digestsNamed, IReadOnlyList<PkiCertificate> certificates)
{
    private PkiCertificate? certificate;

    public SignerVerdict Run(CertificateTrust trust, DateTimeOffset at)
    {
        var failed = FirstFailed(trust, at);
        return new(signer, certificate, failed);
    }

    private SignerStep? FirstFailed(CertificateTrust trust, DateTimeOffset at)
    {
        if (content is not { } signed)
            return SignerStep.Content;
        certificate = certificates.FirstOrDefault(signer.Certificate.RefersTo);
        if (certificate is null)
            return SignerStep.Certificate;
        if (!IsOfOneSuite(certificate.PublicKey))
            return SignerStep.Algorithm;
        if (!Holds(HasAttributesAsPrescribed))
            return SignerStep.Attributes;
        if (signer.SignedAttributes?.MessageDigest is { } digest && !CryptographicOperations.FixedTimeEquals(digest.Span, signer.Digest!.HashData(signed.Span)))
            return SignerStep.Digest;
        if (!signer.IsSignedBy(certificate.PublicKey, signed.Span))
            return SignerStep.Signature;
        if (!Holds(() => MaySign(certificate)))
            return SignerStep.KeyUsage;
        return trust(certificate, certificates, at) ? null : SignerStep.Trust;
    }

    // A digest of one suite under a signature of another would let the weaker one decide. RFC 5652 §5.1: digestAlgorithms names what the signers use.
    private bool IsOfOneSuite(PublicKey key) =>
        signer is { Digest: { } digest, Algorithm: { } algorithm } && digest == algorithm.Digest && algorithm.Kind == key.Kind && digestsNamed.Contains(digest);

    private bool HasAttributesAsPrescribed()
    {
        // RFC 5652 §5.3: only content of the type "data" may be signed without attributes.
        if (signer.SignedAttributes is not { } attributes)
            return MessageProfile.Is(contentType, MessageType.Data) && !LooksLikeAttributes(content!.Value);
        _ = attributes.SigningTime;
        return attributes.ContentType == contentType && attributes.MessageDigest is not null;
    }

    // What was signed as attributes of another message verifies as the content of one without: nobody signs such a content on purpose.
    private static bool LooksLikeAttributes(ReadOnlyMemory<byte> content)
    {
        try
        {
            var attributes = AttributeList.Parse(content, reader => AttributeList.Read(reader.ReadSetOf()));
            return attributes.All.Any(attribute => attribute.Oid == Oids.MessageDigestAttribute);
        }
        catch (PkiRefusedException)
        {
            return false;
        }
    }

    private static bool MaySign(PkiCertificate certificate) =>
        certificate.Extensions.KeyUsage is not { } usage || (usage & (KeyUsages.DigitalSignature | KeyUsages.NonRepudiation)) != 0;

    private static bool Holds(Func<bool> condition)
    {
        try
        {
            return condition();
        }
        catch (PkiRefusedException)
        {
            return false;
        }
    }
}
