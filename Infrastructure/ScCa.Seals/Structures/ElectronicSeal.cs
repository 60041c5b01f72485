using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>
/// SESeal: an electronic seal, read from its bytes and kept with them: what was signed is hashed as it came and never encoded again.
/// Reading checks the form alone.
/// </summary>
public sealed class ElectronicSeal
{
    // A seal holds one picture; documents with many seals still stay small.
    private const int LengthMax = 8 << 20;

    private ElectronicSeal(SealVersion version, ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> encodedContent) =>
        (Version, Encoded, EncodedContent, Content) = (version, encoded, encodedContent, SealContent.Read(encodedContent, version == SealVersion.V1));

    public SealVersion Version { get; }

    /// <summary>The whole seal, as it came.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public SealContent Content { get; }

    /// <summary>SES_SealInfo, as it came.</summary>
    public ReadOnlyMemory<byte> EncodedContent { get; }

    /// <summary>The certificate of the seal's maker (制章人), DER as it stands in the seal: it need not be one.</summary>
    public ReadOnlyMemory<byte> MakerCertificate { get; private init; }

    public string SignatureAlgorithm { get; private init; } = "";

    /// <summary>What the maker signed: the content alone; in V1 content, certificate and algorithm together.</summary>
    public ReadOnlyMemory<byte> SignedBytes { get; private init; }

    public ReadOnlyMemory<byte> SignatureValue { get; private init; }

    /// <summary>The token over <see cref="SignatureValue"/>, V5 only; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; private init; }

    /// <exception cref="SealRefusedException">Not a seal of any known version.</exception>
    public static ElectronicSeal Read(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new SealRefusedException(SealRefusal.SealMalformed)
        // A copy: what was checked must still be what is shown when the caller has gone on using its buffer.
        : ReadInPlace(encoded.ToArray());

    internal static ElectronicSeal ReadInPlace(ReadOnlyMemory<byte> encoded) => SealReading.Whole(encoded, SealRefusal.SealMalformed, reader =>
    {
        var fields = SealReading.Fields(reader, countMax: 5);
        return fields.Length switch
        {
            2 => ReadV1(encoded, fields),
            4 or 5 => ReadFlat(encoded, fields),
            _ => throw new AsnContentException("A seal has two fields, four or five."),
        };
    });

    // GM/T 0031-2014: signInfo = SEQUENCE { cert, signatureAlgorithm, signData } over SEQUENCE { eSealInfo, cert, signatureAlgorithm }.
    private static ElectronicSeal ReadV1(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte>[] fields)
    {
        var signInfo = SealReading.Field(fields[1], reader => SealReading.Fields(reader, countMax: 3));
        if (signInfo.Length != 3)
            throw new AsnContentException("signInfo has three fields.");
        return new(SealVersion.V1, encoded, fields[0])
        {
            MakerCertificate = SealReading.Field(signInfo[0], SealReading.Octets),
            SignatureAlgorithm = SealReading.Field(signInfo[1], SealReading.ObjectIdentifier),
            SignatureValue = SealReading.Field(signInfo[2], SealReading.Bits),
            SignedBytes = SealEncoding.SignedBytesOfV1(fields[0].Span, signInfo[0].Span, signInfo[1].Span),
        };
    }

    private static ElectronicSeal ReadFlat(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte>[] fields)
    {
        var version = VersionOf(fields[0]);
        if (fields.Length > 4 && version != SealVersion.V5)
            throw new AsnContentException("Only V5 has a timestamp.");
        return new(version, encoded, fields[0])
        {
            MakerCertificate = SealReading.Field(fields[1], SealReading.Octets),
            SignatureAlgorithm = SealReading.Field(fields[2], SealReading.ObjectIdentifier),
            SignatureValue = SealReading.Field(fields[3], SealReading.Bits),
            SignedBytes = fields[0],
            Timestamp = fields.Length > 4 ? SealReading.Field(fields[4], SealReading.StampBits) : default(ReadOnlyMemory<byte>?),
        };
    }

    private static SealVersion VersionOf(ReadOnlyMemory<byte> content) => SealReading.Field(content, reader => SealReading.Fields(reader, countMax: 5, AsnEncodingRules.BER)) is [var header, ..]
        ? SealReading.Field(header, SealHeader.Read).Version switch
        {
            (int)SealVersion.V4 => SealVersion.V4,
            (int)SealVersion.V5 => SealVersion.V5,
            _ => throw new AsnContentException("A seal of this shape is version 4 or 5."),
        }
        : throw new AsnContentException("A seal has content.");
}
