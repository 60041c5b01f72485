using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Ocsp;

/// <summary>SingleResponse, RFC 6960 §4.2.1: what is said about one certificate.</summary>
/// <param name="ThisUpdate">When this was known to be so.</param>
/// <param name="NextUpdate">When newer knowledge is there at the latest; null where it always is.</param>
/// <param name="ArchiveCutoff">Since when the responder remembers certificates that expired (§4.4.4); null where it is not said.</param>
public sealed record OcspAnswer(
    OcspCertificateId Id, OcspStatus Status, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate = null, DateTimeOffset? ArchiveCutoff = null)
{
    /// <summary>It says something that is not understood here, and must not be relied on.</summary>
    public bool HasUnknownCriticalExtension { get; private init; }

    internal static OcspAnswer Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var id = OcspCertificateId.Read(fields);
        var status = OcspStatus.Read(fields);
        var thisUpdate = fields.ReadGeneralizedTime();
        DateTimeOffset? nextUpdate = fields.Has(0) ? ReadExplicit(fields, 0, wrapper => wrapper.ReadGeneralizedTime()) : null;
        var extensions = fields.Has(1) ? new ExtensionList(ReadExplicit(fields, 1, Extension.ReadAll)) : ExtensionList.None;
        fields.RequireEmpty();
        DateTimeOffset? cutoff = extensions.Find(Oids.OcspArchiveCutoff)?.Parse(value => value.ReadGeneralizedTime());
        return new(id, status, thisUpdate, nextUpdate, cutoff)
        {
            HasUnknownCriticalExtension = extensions.All.Any(extension => extension.IsCritical && extension.Oid != Oids.OcspArchiveCutoff),
        };
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncoded(Id.Encoded);
            Status.Write(writer);
            writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
            if (NextUpdate is { } nextUpdate)
            {
                using (writer.PushSequence(Reading.Context(0)))
                    writer.WriteGeneralizedTime(nextUpdate, omitFractionalSeconds: true);
            }

            if (ArchiveCutoff is { } cutoff)
                WriteCutoff(writer, cutoff);
        }
    }

    private static void WriteCutoff(AsnWriter writer, DateTimeOffset cutoff)
    {
        using (writer.PushSequence(Reading.Context(1)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.OcspArchiveCutoff);
            using (writer.PushOctetString())
                writer.WriteGeneralizedTime(cutoff, omitFractionalSeconds: true);
        }
    }

    private static T ReadExplicit<T>(AsnReader fields, int tag, Func<AsnReader, T> read)
    {
        var wrapper = fields.ReadSequence(Reading.Context(tag));
        var value = read(wrapper);
        wrapper.RequireEmpty();
        return value;
    }
}
