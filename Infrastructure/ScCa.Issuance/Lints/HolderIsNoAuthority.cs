using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Absent means the same as FALSE; an encoded FALSE would not be DER (X.690 §11.5), so only an empty SEQUENCE is left.</summary>
internal sealed class HolderIsNoAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(HolderIsNoAuthority), "RFC 5280 §4.2.1.9", LintRule.Rfc5280Published, LintedUses.All & ~LintedUses.Authorities,
        "持有人及服务证书不能是 CA 证书。请检查证书模板。",
        "Who is no CA says so: basicConstraints is absent or says cA FALSE. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        !certificate.TryFind(OidOctets.BasicConstraints, out var constraints) || DerReader.Only(constraints.Value.Span, DerTags.Sequence).IsEmpty;
}
