using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Requests;

/// <summary>
/// A PKCS#10 request, RFC 2986 and GM/T 0092, read from its bytes and kept with them. Reading checks the form alone; <see cref="IsProven"/> says whether the one
/// who asks has the private key. What it asks for is a wish: the issuer decides.
/// </summary>
public sealed class CertificationRequest
{
    public const string PemLabel = "CERTIFICATE REQUEST";

    // RFC 7468 §7: older tools write this one.
    private const string OldPemLabel = "NEW CERTIFICATE REQUEST";

    private const int LengthMax = 64 * 1024;

    private const int AttributesMax = 64;

    private readonly Lazy<bool> isProven;

    private CertificationRequest(
        ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> toBeSigned, DistinguishedName subject, PublicKey publicKey, IReadOnlyList<RequestAttribute> attributes,
        ReadOnlyMemory<byte> algorithm, ReadOnlyMemory<byte> signature)
    {
        (Encoded, ToBeSigned, Subject, PublicKey, Attributes, Signature) = (encoded, toBeSigned, subject, publicKey, attributes, signature);
        SignatureAlgorithm = SignatureAlgorithm.Of(algorithm);
        RequestedExtensions = ReadExtensions(attributes);
        isProven = new(() => SignatureAlgorithm is { } known && PublicKey.Verify(known, ToBeSigned.Span, Signature.Span));
    }

    /// <summary>The whole request, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>CertificationRequestInfo, as it was signed.</summary>
    public ReadOnlyMemory<byte> ToBeSigned { get; }

    public DistinguishedName Subject { get; }

    public PublicKey PublicKey { get; }

    public IReadOnlyList<RequestAttribute> Attributes { get; }

    /// <summary>What the extensionRequest attribute asks for.</summary>
    public ExtensionList RequestedExtensions { get; }

    /// <summary>In whatever string type it came; null where there is none. It is a secret between holder and issuer: keep it out of logs.</summary>
    public string? ChallengePassword => (Find(Oids.ChallengePassword) ?? Find(Oids.ChallengePasswordOfGm))?.Text;

    /// <summary>Null where it is not known here.</summary>
    public SignatureAlgorithm? SignatureAlgorithm { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Whether the key in the request signed it (for SM2 under the default identity), so that whoever asks possesses it.</summary>
    public bool IsProven => isProven.Value;

    /// <exception cref="PkiRefusedException">The bytes are no request, or its key is none that is accepted.</exception>
    public static CertificationRequest From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.RequestMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var toBeSigned = fields.ReadEncodedValue();
            var algorithm = fields.ReadEncodedValue();
            var signature = fields.ReadOctetAlignedBits();
            fields.RequireEmpty();
            var (subject, key, attributes) = Reading.Whole(toBeSigned, PkiRefusal.RequestMalformed, ReadInfo);
            return new CertificationRequest(encoded, toBeSigned, subject, key, attributes, algorithm, signature);
        });

    /// <summary>The one request of a file in DER or PEM.</summary>
    /// <exception cref="PkiRefusedException">There is none or more than one, or it is malformed.</exception>
    public static CertificationRequest FromFile(ReadOnlyMemory<byte> file)
    {
        var isOld = file.Span.IndexOf("-----BEGIN NEW CERTIFICATE REQUEST-----"u8) >= 0;
        var blocks = Pem.Blocks(file, isOld ? OldPemLabel : PemLabel, PkiRefusal.RequestMalformed);
        return blocks.Count == 1 ? From(blocks[0]) : throw new PkiRefusedException(PkiRefusal.RequestMalformed);
    }

    /// <summary>Reads and asks for the proof at once.</summary>
    /// <exception cref="PkiRefusedException">As <see cref="FromFile"/>, and where the signature does not verify.</exception>
    public static CertificationRequest FromProven(ReadOnlyMemory<byte> file)
    {
        var request = FromFile(file);
        return request.IsProven ? request : throw new PkiRefusedException(PkiRefusal.RequestNotProven);
    }

    public RequestAttribute? Find(string oid) => Attributes.FirstOrDefault(attribute => attribute.Oid == oid);

    public string ToPem() => Pem.Write(PemLabel, Encoded.Span);

    private static (DistinguishedName Subject, PublicKey Key, IReadOnlyList<RequestAttribute> Attributes) ReadInfo(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        // RFC 2986 §4.1: "it shall be 0 for this version of the standard".
        if (fields.ReadSmallInteger() != 0)
            throw new AsnContentException("The version is 0.");
        var subject = DistinguishedName.Read(fields);
        var key = PublicKey.Read(fields);
        var attributes = ReadAttributes(fields);
        fields.RequireEmpty();
        return (subject, key, attributes);
    }

    // The field is not optional, but some leave it out where they ask for nothing.
    private static List<RequestAttribute> ReadAttributes(AsnReader fields)
    {
        if (!fields.HasData)
            return [];
        var attributes = Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true, Reading.Context(0)), RequestAttribute.Read);
        if (attributes.Count > AttributesMax || attributes.DistinctBy(attribute => attribute.Oid).Count() != attributes.Count)
            throw new AsnContentException("Attributes stand once each.");
        return attributes;
    }

    private static ExtensionList ReadExtensions(IReadOnlyList<RequestAttribute> attributes)
    {
        var asked = attributes.Where(attribute => attribute.Oid is Oids.ExtensionRequest or Oids.ExtensionRequestOfMicrosoft).ToList();
        return asked switch
        {
            [] => ExtensionList.None,
            // RFC 2985 §5.4.2: single-valued.
            [{ Values: [var value] }] => new(Reading.Whole(value, PkiRefusal.RequestMalformed, Extension.ReadAll)),
            _ => throw new AsnContentException("Extensions are asked for in one value."),
        };
    }
}
