using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>What a signed message is to hold.</summary>
public sealed record SignedDataContent(MessageProfile Profile, ReadOnlyMemory<byte> Content, IReadOnlyList<MessageSigner> Signers)
{
    /// <summary>The type of the content; "data" of the profile where it is not given.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the content stays outside.</summary>
    public bool IsDetached { get; init; }

    /// <summary>Come along; signers' own are here only where they are named.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; init; } = [];

    /// <summary>CertificateList, encoded.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists { get; init; } = [];

    /// <summary>The document's digest is the content and stays in the message: the convention of OFD's Type=Sign (GB/T 33190).</summary>
    public static SignedDataContent OfDigest(MessageProfile profile, ReadOnlySpan<byte> document, MessageSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new(profile, signer.Key.Algorithm.Digest.HashData(document), [signer]) { Certificates = [signer.Certificate] };
    }

    /// <summary>Signs for everybody and answers with the message, DER.</summary>
    public byte[] Sign() => ContentInfo.Write(Profile.TypeOf(MessageType.SignedData), writer =>
    {
        var type = ContentType ?? Profile.TypeOf(MessageType.Data);
        using (writer.PushSequence())
        {
            writer.WriteInteger(VersionOf(type));
            WriteDigests(writer, Signers);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(type);
                if (!IsDetached)
                {
                    using (writer.PushExplicit(0))
                        writer.WriteOctetString(Content.Span);
                }
            }

            CertificateBag.Write(writer, Certificates, RevocationLists);
            WriteSigners(writer, Profile, Signers, type, Content);
        }
    });

    internal static void WriteDigests(AsnWriter writer, IReadOnlyList<MessageSigner> signers)
    {
        using (writer.PushSetOf())
        {
            foreach (var digest in signers.Select(signer => signer.Key.Algorithm.Digest).Distinct())
                writer.WriteEncoded(digest.Identifier);
        }
    }

    internal static void WriteSigners(AsnWriter writer, MessageProfile profile, IReadOnlyList<MessageSigner> signers, string type, ReadOnlyMemory<byte> content)
    {
        using (writer.PushSetOf())
        {
            foreach (var signer in signers)
                SignerWork.Write(writer, profile, signer, type, content);
        }
    }

    // RFC 5652 §5.1; PKCS#7 v1.5 §9.1 knows version 1 alone.
    private int VersionOf(string type) => Profile.IsOfPkcs7 || (type == Profile.TypeOf(MessageType.Data) && Signers.All(IsNamedByIssuer)) ? 1 : 3;

    private static bool IsNamedByIssuer(MessageSigner signer) => signer.Form == CertificateReferenceForm.IssuerAndSerialNumber;
}
