using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>RFC 5280 §4.2.1.9.</summary>
/// <param name="PathLengthMax">How many authorities may follow below; null where there is no limit.</param>
public sealed record BasicConstraints(bool IsAuthority, int? PathLengthMax = null)
{
    public Extension ToExtension() => new(Oids.BasicConstraints, IsCritical: true, Writing.Sequence(writer =>
    {
        if (IsAuthority)
            writer.WriteBoolean(true);
        if (PathLengthMax is { } length)
            writer.WriteInteger(length);
    }));

    internal static BasicConstraints Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var isAuthority = fields.Has(Asn1Tag.Boolean) && fields.ReadBoolean();
        int? length = fields.HasData ? fields.ReadSmallInteger() : null;
        fields.RequireEmpty();
        return length is null or >= 0 ? new(isAuthority, length) : throw new AsnContentException("The path length is negative.");
    }
}
