using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Ocsp;

public enum OcspStatusKind
{
    Good = 0,
    Revoked = 1,

    /// <summary>The responder knows nothing about the certificate.</summary>
    Unknown = 2,
}

/// <summary>CertStatus, RFC 6960 §4.2.1.</summary>
public sealed record OcspStatus
{
    private OcspStatus(OcspStatusKind kind, DateTimeOffset? revokedAt = null, RevocationReason? reason = null) => (Kind, RevokedAt, Reason) = (kind, revokedAt, reason);

    public static OcspStatus Good { get; } = new(OcspStatusKind.Good);

    public static OcspStatus Unknown { get; } = new(OcspStatusKind.Unknown);

    public OcspStatusKind Kind { get; }

    /// <summary>Null where it is not revoked.</summary>
    public DateTimeOffset? RevokedAt { get; }

    /// <summary>Null where it is not said.</summary>
    public RevocationReason? Reason { get; }

    public static OcspStatus Revoked(DateTimeOffset at, RevocationReason? reason = null) => new(OcspStatusKind.Revoked, at, reason);

    internal static OcspStatus Read(AsnReader reader)
    {
        if (reader.Has(0))
        {
            reader.ReadNull(Reading.Context(0));
            return Good;
        }

        if (reader.Has(2))
        {
            reader.ReadNull(Reading.Context(2));
            return Unknown;
        }

        var fields = reader.ReadSequence(Reading.Context(1));
        var at = fields.ReadGeneralizedTime();
        RevocationReason? reason = fields.HasData ? ReadReason(fields) : null;
        fields.RequireEmpty();
        return Revoked(at, reason);
    }

    internal void Write(AsnWriter writer)
    {
        if (Kind is not OcspStatusKind.Revoked)
        {
            writer.WriteNull(Reading.Context((int)Kind));
            return;
        }

        using (writer.PushSequence(Reading.Context(1)))
        {
            writer.WriteGeneralizedTime(RevokedAt!.Value, omitFractionalSeconds: true);
            if (Reason is not { } reason)
                return;
            using (writer.PushSequence(Reading.Context(0)))
                writer.WriteEnumeratedValue(reason);
        }
    }

    private static RevocationReason ReadReason(AsnReader fields)
    {
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var reason = wrapper.ReadEnumeratedValue<RevocationReason>();
        wrapper.RequireEmpty();
        return Enum.IsDefined(reason) ? reason : throw new AsnContentException("There is no such reason.");
    }
}
