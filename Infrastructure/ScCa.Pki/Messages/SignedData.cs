using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>A signed message, RFC 5652 §5 and GM/T 0010 §8. Reading checks the form alone; <see cref="Verify"/> tells whom to believe.</summary>
public sealed class SignedData
{
    private const int SignersMax = 64;

    private readonly IReadOnlyList<DigestAlgorithm> digestsNamed;

    private SignedData(
        ReadOnlyMemory<byte> encoded, string type, IReadOnlyList<DigestAlgorithm> digestsNamed, string contentType, ReadOnlyMemory<byte>? content,
        CertificateBag bag, IReadOnlyList<SignerInfo> signers)
    {
        (Encoded, Type, this.digestsNamed, ContentType, Content, Signers) = (encoded, type, digestsNamed, contentType, content, signers);
        (Certificates, RevocationLists) = (bag.Readable(), bag.RevocationLists);
    }

    /// <summary>The whole message with its ContentInfo.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The type that the message itself is given as: that of RFC 5652 or that of GM/T 0010.</summary>
    public string Type { get; }

    /// <summary>The type of what is signed.</summary>
    public string ContentType { get; }

    /// <summary>Null where the signature is detached.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    /// <summary>Those that came along and are readable here; nothing vouches for them.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; }

    /// <summary>CertificateList, encoded, as they came along.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists { get; }

    public IReadOnlyList<SignerInfo> Signers { get; }

    /// <exception cref="PkiRefusedException">The bytes are no signed message.</exception>
    public static SignedData From(ReadOnlyMemory<byte> encoded) => ContentInfo.Read(
        encoded, MessageType.SignedData, PkiRefusal.MessageMalformed, (type, reader) => Read(encoded, type, reader));

    /// <summary>Verifies every signer, step by step.</summary>
    public MessageVerdict Verify(MessageExpectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        var content = ContentToVerify(expectation.DetachedContent);
        IReadOnlyList<PkiCertificate> certificates = [.. expectation.Certificates, .. Certificates];
        return new([.. Signers.Select(signer => new SignerCheck(signer, ContentType, content, digestsNamed, certificates).Run(expectation.Trust, expectation.At))]);
    }

    /// <summary>Whether the content is the document's digest: the convention of OFD's Type=Sign (GB/T 33190) and of some makers of PDF.</summary>
    public bool IsContentDigestOf(ReadOnlySpan<byte> document, DigestAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return Content is { } content && content.Span.SequenceEqual(algorithm.HashData(document));
    }

    // A message that says one thing beside a file that says another is about neither.
    private ReadOnlyMemory<byte>? ContentToVerify(ReadOnlyMemory<byte>? detached) =>
        Content is { } carried && detached is { } given && !carried.Span.SequenceEqual(given.Span) ? null : Content ?? detached;

    private static SignedData Read(ReadOnlyMemory<byte> encoded, string type, AsnReader reader)
    {
        var fields = reader.ReadSequence();
        // RFC 5652 §5.1 numbers them by what is inside; makers of messages do not agree on it.
        if (fields.ReadSmallInteger() is not (1 or 3 or 4 or 5))
            throw new AsnContentException("No signed message has this version.");
        var digests = ReadDigests(fields);
        var (contentType, content) = ReadContent(fields);
        var bag = CertificateBag.Read(fields);
        var signers = ReadSigners(fields);
        fields.RequireEmpty();
        return new(encoded, type, digests, contentType, content, bag, signers);
    }

    internal static IReadOnlyList<DigestAlgorithm> ReadDigests(AsnReader fields) =>
        [.. Reading.Each(fields.ReadSetOf(), DigestAlgorithm.Read).OfType<DigestAlgorithm>()];

    internal static IReadOnlyList<SignerInfo> ReadSigners(AsnReader fields)
    {
        var signers = Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true), SignerInfo.Read);
        return signers.Count <= SignersMax ? signers : throw new AsnContentException("There are too many signers.");
    }

    private static (string Type, ReadOnlyMemory<byte>? Content) ReadContent(AsnReader fields)
    {
        var inner = fields.ReadSequence();
        var type = inner.ReadObjectIdentifier();
        if (!inner.HasData)
            return (type, null);
        var wrapper = inner.ReadSequence(Reading.Context(0));
        var content = wrapper.ReadOctetString();
        wrapper.RequireEmpty();
        inner.RequireEmpty();
        return (type, content);
    }
}
