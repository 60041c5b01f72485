using System.Collections.Immutable;
using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>
/// SES_Signature: a seal put on a document, read from its bytes and kept with them: what was signed is hashed as it came and never encoded again.
/// Reading checks the form alone.
/// </summary>
public sealed class SealSignature
{
    // A seal, two certificates and two timestamps.
    private const int LengthMax = 16 << 20;

    private SealSignature(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> toBeSigned, ElectronicSeal seal) => (Encoded, ToBeSigned, Seal) = (encoded, toBeSigned, seal);

    public SealVersion Version => Seal.Version;

    /// <summary>The whole signature, as it came.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>TBS_Sign, as it was signed.</summary>
    public ReadOnlyMemory<byte> ToBeSigned { get; }

    public ElectronicSeal Seal { get; }

    public required SealTimeInfo TimeInfo { get; init; }

    /// <summary>The digest of what the seal was put on.</summary>
    public required ReadOnlyMemory<byte> DataHash { get; init; }

    /// <summary>What the seal was put on: a path within the document.</summary>
    public required string PropertyInfo { get; init; }

    public ImmutableArray<SealExtension> Extensions { get; private init; } = [];

    /// <summary>DER as it stands in the signature: it need not be a certificate.</summary>
    public required ReadOnlyMemory<byte> SignerCertificate { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> SignatureValue { get; init; }

    /// <summary>The token over <see cref="SignatureValue"/>; null where there is none. V1 has no place for it.</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; private init; }

    /// <exception cref="SealRefusedException">Not a seal signature of any known version, or the seal within is none.</exception>
    public static SealSignature Read(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new SealRefusedException(SealRefusal.SealSignatureMalformed)
        : ReadInPlace(encoded.ToArray());

    /// <summary>The same signature with a timestamp: nothing that is signed changes.</summary>
    internal SealSignature With(ReadOnlyMemory<byte> timestamp) =>
        ReadInPlace(SealEncoding.Signature(ToBeSigned.Span, SignerCertificate, SignatureAlgorithm, SignatureValue, timestamp));

    private static SealSignature ReadInPlace(ReadOnlyMemory<byte> encoded) => SealReading.Whole(encoded, SealRefusal.SealSignatureMalformed, reader =>
    {
        var fields = SealReading.Fields(reader, countMax: 5);
        return fields.Length switch
        {
            2 => ReadV1(encoded, fields),
            4 or 5 => ReadFlat(encoded, fields),
            _ => throw new AsnContentException("A seal signature has two fields, four or five."),
        };
    });

    private static SealSignature ReadV1(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte>[] fields)
    {
        var signed = SealReading.Field(fields[0], reader => SealReading.Fields(reader, countMax: 7));
        if (signed.Length != 7)
            throw new AsnContentException("TBS_Sign has seven fields.");
        return new(encoded, fields[0], SealOf(signed, isV1: true))
        {
            TimeInfo = SealTimeInfo.OfBits(SealReading.Field(signed[2], SealReading.Bits)),
            DataHash = SealReading.Field(signed[3], SealReading.Bits),
            PropertyInfo = SealReading.Field(signed[4], SealReading.Ia5),
            SignerCertificate = SealReading.Field(signed[5], SealReading.Octets),
            SignatureAlgorithm = SealReading.Field(signed[6], SealReading.ObjectIdentifier),
            SignatureValue = SealReading.Field(fields[1], SealReading.Bits),
        };
    }

    private static SealSignature ReadFlat(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte>[] fields)
    {
        // By BER, because the extensions may break DER; every other field is read by DER itself.
        var signed = SealReading.Field(fields[0], reader => SealReading.Fields(reader, countMax: 6, AsnEncodingRules.BER));
        if (signed.Length < 5)
            throw new AsnContentException("TBS_Sign has five fields or six.");
        return new(encoded, fields[0], SealOf(signed, isV1: false))
        {
            TimeInfo = SealTimeInfo.OfGeneralizedTime(signed[2]),
            DataHash = SealReading.Field(signed[3], SealReading.Bits),
            PropertyInfo = SealReading.Field(signed[4], SealReading.Ia5),
            Extensions = signed.Length > 5 ? SealExtension.ReadAll(signed[5]) : [],
            SignerCertificate = SealReading.Field(fields[1], SealReading.Octets),
            SignatureAlgorithm = SealReading.Field(fields[2], SealReading.ObjectIdentifier),
            SignatureValue = SealReading.Field(fields[3], SealReading.Bits),
            Timestamp = fields.Length > 4 ? SealReading.Field(fields[4], SealReading.StampBits) : default(ReadOnlyMemory<byte>?),
        };
    }

    // The version of TBS_Sign is not asked: the standard's own examples have different numbers in it. Shape and seal must agree.
    private static ElectronicSeal SealOf(ReadOnlyMemory<byte>[] signed, bool isV1)
    {
        SealReading.Field(signed[0], SealReading.SmallInteger);
        var seal = ElectronicSeal.ReadInPlace(signed[1]);
        return (seal.Version == SealVersion.V1) == isV1 ? seal : throw new AsnContentException("The seal within is of another version.");
    }
}
