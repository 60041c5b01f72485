using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The responder's own status would have to be asked of itself.</summary>
internal sealed class ResponderIsNotChecked : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ResponderIsNotChecked), "RFC 6960 §4.2.2.2.1", new LocalDate(2013, 6, 1), LintedUses.OcspResponder,
        "OCSP 证书必须含 id-pkix-ocsp-nocheck（NULL，非关键）。请检查证书模板。",
        "An OCSP responder has id-pkix-ocsp-nocheck, NULL and not critical. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.TryFind(OidOctets.OcspNoCheck, out var extension) && !extension.IsCritical && extension.Value.Span is [DerTags.Null, 0];
}
