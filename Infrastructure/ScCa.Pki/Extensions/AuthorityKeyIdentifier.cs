using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>Which key signed, RFC 5280 §4.2.1.1.</summary>
/// <param name="KeyIdentifier">Empty where the other form alone is used.</param>
/// <param name="SerialNumber">The content octets of the INTEGER; empty where absent.</param>
public sealed record AuthorityKeyIdentifier(ReadOnlyMemory<byte> KeyIdentifier, IReadOnlyList<GeneralName> Issuer, ReadOnlyMemory<byte> SerialNumber)
{
    internal static AuthorityKeyIdentifier Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var key = fields.Has(0) ? fields.ReadOctetString(Reading.Context(0)) : default;
        var issuer = fields.Has(1) ? GeneralName.ReadAll(fields.ReadSequence(Reading.Context(1))) : [];
        var serial = fields.Has(2) ? fields.ReadIntegerBytes(Reading.Context(2)) : default;
        fields.RequireEmpty();
        // "authorityCertIssuer and authorityCertSerialNumber MUST both be present or both be absent."
        return (issuer.Count == 0) == serial.IsEmpty ? new(key, issuer, serial) : throw new AsnContentException("Issuer and serial number stand together.");
    }
}
