using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Whoever certifies, answers, stamps or makes seals says which organisation it is.</summary>
internal sealed class OfficesAreNamed : ILint
{
    public LintRule Rule { get; } = new(
        nameof(OfficesAreNamed), "GM/T 0015; Electronic Signature Law Art. 21", new LocalDate(2012, 11, 22), LintedUses.All & ~LintedUses.Holders,
        "CA、OCSP、时间戳和制章人证书的主体必须含 C、O 和 CN。请检查主体名称。",
        "A CA, OCSP responder, timestamp authority or seal maker has C, O and CN in its subject. Check the subject.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Names(OidOctets.CountryName) && certificate.Names(OidOctets.OrganizationName) && certificate.Names(OidOctets.CommonName);
}
