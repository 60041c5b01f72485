using System.Collections.Immutable;
using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>TBS_Sign as it is to be written.</summary>
internal sealed record SealSignatureContent(ElectronicSeal Seal, DateTimeOffset Time, ReadOnlyMemory<byte> DataHash, string PropertyInfo, ReadOnlyMemory<byte> SignerCertificate, string SignatureAlgorithm)
{
    public ImmutableArray<SealExtension> Extensions { get; init; } = [];

    /// <summary>V1's timeInfo in a form of the caller's choice; null for an encoded UTCTime.</summary>
    public ReadOnlyMemory<byte>? TimeInfoOfV1 { get; init; }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (Seal.Version == SealVersion.V1)
                WriteV1(writer);
            else
                WriteFlat(writer);
        }

        // Version and seal go in front as they are: the seal may break DER in its extensions.
        var version = new AsnWriter(AsnEncodingRules.DER);
        version.WriteInteger((int)Seal.Version);
        return SealEncoding.Prepended(version.Encode(), SealEncoding.Prepended(Seal.Encoded.Span, writer.Encode()));
    }

    private void WriteV1(AsnWriter writer)
    {
        writer.WriteBitString(TimeInfoOfV1 is { } given ? given.Span : UtcTime());
        writer.WriteBitString(DataHash.Span);
        writer.WriteCharacterString(UniversalTagNumber.IA5String, PropertyInfo);
        writer.WriteOctetString(SignerCertificate.Span);
        writer.WriteObjectIdentifier(SignatureAlgorithm);
    }

    private void WriteFlat(AsnWriter writer)
    {
        SealTime.WriteGeneralizedTime(writer, Time);
        writer.WriteBitString(DataHash.Span);
        writer.WriteCharacterString(UniversalTagNumber.IA5String, PropertyInfo);
        if (Extensions.IsEmpty)
            return;
        using (writer.PushSequence(SealReading.Context0))
            SealExtension.WriteAll(writer, Extensions);
    }

    private ReadOnlySpan<byte> UtcTime()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        SealTime.WriteUtcTime(writer, Time);
        return writer.Encode();
    }
}
