using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>"In general, this extension will appear only in end entity certificates"; in a CA's it would bind all below it.</summary>
internal sealed class AuthorityHasNoKeyPurposes : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AuthorityHasNoKeyPurposes), "RFC 5280 §4.2.1.12", LintRule.Rfc5280Published, LintedUses.Authorities,
        "CA 证书不得含 extKeyUsage。请检查证书模板。",
        "A CA has no extKeyUsage. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Has(OidOctets.ExtendedKeyUsage);
}
