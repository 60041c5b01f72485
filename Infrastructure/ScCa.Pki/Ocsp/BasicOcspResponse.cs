using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Ocsp;

/// <summary>Signed answers, RFC 6960 §4.2.1.</summary>
public sealed class BasicOcspResponse
{
    private const int AnswersMax = 128;

    private const int CertificatesMax = 16;

    private BasicOcspResponse(
        ReadOnlyMemory<byte> toBeSigned, OcspResponderId responder, DateTimeOffset producedAt, IReadOnlyList<OcspAnswer> answers, ExtensionList extensions,
        ReadOnlyMemory<byte> algorithm, ReadOnlyMemory<byte> signature, IReadOnlyList<ReadOnlyMemory<byte>> certificates)
    {
        (ToBeSigned, Responder, ProducedAt, Answers, Extensions, Signature) = (toBeSigned, responder, producedAt, answers, extensions, signature);
        SignatureAlgorithm = SignatureAlgorithm.Of(algorithm);
        Nonce = OcspNonce.In(extensions, PkiRefusal.OcspResponseMalformed);
        Certificates = [.. certificates.Select(ReadCertificate).OfType<PkiCertificate>()];
    }

    /// <summary>ResponseData, as it was signed.</summary>
    public ReadOnlyMemory<byte> ToBeSigned { get; }

    public OcspResponderId Responder { get; }

    public DateTimeOffset ProducedAt { get; }

    public IReadOnlyList<OcspAnswer> Answers { get; }

    public ExtensionList Extensions { get; }

    /// <summary>Empty where there is none.</summary>
    public ReadOnlyMemory<byte> Nonce { get; }

    /// <summary>Null where it is not known here.</summary>
    public SignatureAlgorithm? SignatureAlgorithm { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Those that came with it and can be read: one of a kind that is not known here cannot help to believe anything.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; }

    /// <exception cref="PkiRefusedException">The bytes are no BasicOCSPResponse.</exception>
    public static BasicOcspResponse From(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.OcspResponseMalformed, reader =>
    {
        var fields = reader.ReadSequence();
        var toBeSigned = fields.PeekEncodedValue();
        var data = fields.ReadSequence();
        var algorithm = fields.ReadEncodedValue();
        var signature = fields.ReadOctetAlignedBits();
        var certificates = ReadCertificates(fields);
        fields.RequireEmpty();

        SkipVersion(data);
        var responder = OcspResponderId.Read(data);
        var producedAt = data.ReadGeneralizedTime();
        var answers = Reading.Each(data.ReadSequence(), OcspAnswer.Read);
        var extensions = ReadExtensions(data);
        data.RequireEmpty();
        return answers.Count is > 0 and <= AnswersMax
            ? new BasicOcspResponse(toBeSigned, responder, producedAt, answers, extensions, algorithm, signature, certificates)
            : throw new AsnContentException("There is at least one answer, and not too many.");
    });

    /// <summary>Whether the key signed it. Whether that key may, <see cref="OcspResponse.Verify"/> says.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SignatureAlgorithm is { } algorithm && key.Verify(algorithm, ToBeSigned.Span, Signature.Span);
    }

    // version is DEFAULT v1, and there is no other.
    private static void SkipVersion(AsnReader fields)
    {
        if (!fields.Has(0))
            return;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        if (wrapper.ReadSmallInteger() != 0)
            throw new AsnContentException("The version is v1.");
        wrapper.RequireEmpty();
    }

    private static ExtensionList ReadExtensions(AsnReader fields)
    {
        if (!fields.Has(1))
            return ExtensionList.None;
        var wrapper = fields.ReadSequence(Reading.Context(1));
        var extensions = new ExtensionList(Extension.ReadAll(wrapper));
        wrapper.RequireEmpty();
        return extensions;
    }

    private static List<ReadOnlyMemory<byte>> ReadCertificates(AsnReader fields)
    {
        if (!fields.Has(0))
            return [];
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var certificates = Reading.Each(wrapper.ReadSequence(), certificate => certificate.ReadEncodedValue());
        wrapper.RequireEmpty();
        return certificates.Count <= CertificatesMax ? certificates : throw new AsnContentException("Too many certificates came along.");
    }

    private static PkiCertificate? ReadCertificate(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return PkiCertificate.From(encoded);
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }
}
