using System.Formats.Asn1;
using System.Numerics;

namespace ScCa.Seals.Structures;

/// <summary>SES_ESPropertyInfo: whose seal it is, who may use it and from when to when.</summary>
/// <param name="Type">1 for a unit's seal, 2 for a person's; real seals carry other numbers, and none is refused.</param>
/// <param name="ValidEnd">The last second that is valid.</param>
public sealed record SealProperty(
    BigInteger Type, string Name, SealSigners Signers, DateTimeOffset CreateDate, DateTimeOffset ValidStart, DateTimeOffset ValidEnd)
{
    // Subtracted rather than added: a seal may end with the year 9999.
    public bool IsValidAt(DateTimeOffset instant) => instant >= ValidStart && instant - ValidEnd < TimeSpan.FromSeconds(1);

    /// <summary>V1 has no certListType: its list holds certificates.</summary>
    internal static SealProperty Read(AsnReader reader, bool isV1)
    {
        var fields = reader.ReadSequence();
        var type = fields.ReadInteger();
        var name = fields.ReadCharacterString(UniversalTagNumber.UTF8String);
        var signers = isV1 ? SealSigners.ReadCertificates(fields) : ReadSigners(fields);
        var property = new SealProperty(type, name, signers, SealTime.Read(fields), SealTime.Read(fields), SealTime.Read(fields));
        fields.ThrowIfNotEmpty();
        return property;
    }

    internal void Write(AsnWriter writer, bool isV1)
    {
        Action<AsnWriter, DateTimeOffset> writeTime = isV1 ? SealTime.WriteUtcTime : SealTime.WriteGeneralizedTime;
        using (writer.PushSequence())
        {
            writer.WriteInteger(Type);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, Name);
            if (!isV1)
                writer.WriteInteger((int)Signers.Kind);
            Signers.Write(writer);
            writeTime(writer, CreateDate);
            writeTime(writer, ValidStart);
            writeTime(writer, ValidEnd);
        }
    }

    private static SealSigners ReadSigners(AsnReader fields) => SealReading.SmallInteger(fields) switch
    {
        (int)SealSignersKind.Certificates => SealSigners.ReadCertificates(fields),
        (int)SealSignersKind.Digests => SealSigners.ReadDigests(fields),
        _ => throw new AsnContentException("certListType is 1 or 2."),
    };
}
