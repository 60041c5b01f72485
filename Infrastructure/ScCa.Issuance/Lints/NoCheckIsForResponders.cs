using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Anybody else's certificate must be revocable.</summary>
internal sealed class NoCheckIsForResponders : ILint
{
    public LintRule Rule { get; } = new(
        nameof(NoCheckIsForResponders), "RFC 6960 §4.2.2.2.1", new LocalDate(2013, 6, 1), LintedUses.All & ~LintedUses.OcspResponder,
        "只有 OCSP 证书可以含 id-pkix-ocsp-nocheck。请检查证书模板。",
        "Only an OCSP responder has id-pkix-ocsp-nocheck. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Has(OidOctets.OcspNoCheck);
}
