using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>Where the issuer's certificate and its OCSP service are, RFC 5280 §4.2.2.1.</summary>
public sealed record AuthorityInformationAccess(IReadOnlyList<(string Method, GeneralName Location)> Places)
{
    public static Extension Of(params IReadOnlyList<(string Method, string Uri)> places) => new(Oids.AuthorityInformationAccess, IsCritical: false, Writing.Sequence(writer =>
    {
        foreach (var (method, uri) in places)
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(method);
                writer.WriteEncoded(GeneralName.Uri(uri).Encoded);
            }
        }
    }));

    internal static AuthorityInformationAccess Read(AsnReader reader) => new(Reading.Each(reader.ReadSequence(), place =>
    {
        var fields = place.ReadSequence();
        var read = (fields.ReadObjectIdentifier(), GeneralName.Read(fields));
        fields.RequireEmpty();
        return read;
    }));
}
