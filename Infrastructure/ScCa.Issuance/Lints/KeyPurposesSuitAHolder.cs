using System.Formats.Asn1;
using NodaTime;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>A holder's key answers for no server, no status, no time and no code.</summary>
internal sealed class KeyPurposesSuitAHolder : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyPurposesSuitAHolder), "RFC 5280 §4.2.1.12; RFC 9336", new LocalDate(2022, 12, 1),
        "extKeyUsage 只能含 clientAuth 和 documentSigning。请检查证书模板。",
        "extKeyUsage says clientAuth and documentSigning only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (certificate.Find(Oids.ExtendedKeyUsage) is not { } extension)
            return false;
        var purposes = new AsnReader(extension.Value, AsnEncodingRules.DER).ReadSequence();
        var isSuited = purposes.HasData;
        while (purposes.HasData)
            isSuited &= purposes.ReadObjectIdentifier() is Oids.ClientAuth or Oids.DocumentSigning;
        return isSuited;
    }
}
