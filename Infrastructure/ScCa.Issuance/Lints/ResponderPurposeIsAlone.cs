using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Whoever answers for status answers for nothing else.</summary>
internal sealed class ResponderPurposeIsAlone : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ResponderPurposeIsAlone), "RFC 6960 §4.2.2.2", new LocalDate(2013, 6, 1), LintedUses.OcspResponder,
        "OCSP 证书的 extKeyUsage 必须只含 OCSPSigning。请检查证书模板。",
        "An OCSP responder's extKeyUsage says OCSPSigning alone. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.TryFind(OidOctets.ExtendedKeyUsage, out var extension) && Purposes.Is(extension, OidOctets.OcspSigning);
}
