using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Timestamps;

/// <summary>TSTInfo, RFC 3161 §2.4.2: what a timestamp says.</summary>
/// <param name="SerialNumber">The content octets of the INTEGER.</param>
/// <param name="Time">genTime.</param>
/// <param name="Accuracy">How far from the truth the time may lie, either way; null where nothing is said.</param>
/// <param name="Nonce">The content octets of the request's INTEGER; empty where it had none.</param>
/// <param name="Authority">tsa: a hint at who made it.</param>
public sealed record TimestampInfo(
    string Policy, MessageImprint Imprint, ReadOnlyMemory<byte> SerialNumber, DateTimeOffset Time, TimeSpan? Accuracy, bool IsOrdered, ReadOnlyMemory<byte> Nonce,
    GeneralName? Authority, IReadOnlyList<Extension> Extensions)
{
    private const int Version = 1;

    // RFC 3161 §2.4.2: "up to 160 bits".
    private const int SerialOctetsMax = 21;

    internal static TimestampInfo From(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.TimestampMalformed, Read);

    internal byte[] Encode() => Writing.Sequence(writer =>
    {
        writer.WriteInteger(Version);
        writer.WriteObjectIdentifier(Policy);
        Imprint.Write(writer);
        writer.WriteInteger(SerialNumber.Span);
        writer.WriteGeneralizedTime(Time.ToUniversalTime());
        if (Accuracy is { } accuracy)
            TimestampAccuracy.Write(writer, accuracy);
        if (IsOrdered)
            writer.WriteBoolean(true);
        if (!Nonce.IsEmpty)
            writer.WriteInteger(Nonce.Span);
        if (Authority is { } authority)
        {
            using (writer.PushExplicit(0))
                writer.WriteEncoded(authority.Encoded);
        }

        if (Extensions.Count == 0)
            return;
        using (writer.PushSequence(Reading.Context(1)))
        {
            foreach (var extension in Extensions)
                extension.Write(writer);
        }
    });

    private static TimestampInfo Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        if (fields.ReadSmallInteger() != Version)
            throw new AsnContentException("The version is 1.");
        var policy = fields.ReadObjectIdentifier();
        var imprint = MessageImprint.Read(fields);
        var serial = fields.ReadIntegerBytes();
        if (serial.Length > SerialOctetsMax)
            throw new AsnContentException("The serial number is too long.");
        var time = fields.ReadGeneralizedTime();
        TimeSpan? accuracy = fields.Has(Asn1Tag.Sequence) ? TimestampAccuracy.Read(fields) : null;
        var isOrdered = fields.Has(Asn1Tag.Boolean) && fields.ReadBoolean();
        var nonce = fields.Has(Asn1Tag.Integer) ? fields.ReadIntegerBytes() : default;
        var authority = ReadAuthority(fields);
        var extensions = TimestampExtensions.Read(fields, tag: 1);
        fields.RequireEmpty();
        return new(policy, imprint, serial, time, accuracy, isOrdered, nonce, authority, extensions);
    }

    private static GeneralName? ReadAuthority(AsnReader fields)
    {
        if (!fields.Has(0))
            return null;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var name = GeneralName.Read(wrapper);
        wrapper.RequireEmpty();
        return name;
    }
}
