using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Extensions need version 3.</summary>
internal sealed class VersionIsThree : ILint
{
    public LintRule Rule { get; } = new(
        nameof(VersionIsThree), "RFC 5280 §4.1.2.1", LintRule.Rfc5280Published, LintedUses.All,
        "带扩展的证书版本必须为 3。请检查证书模板。",
        "A certificate with extensions has version 3. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Version == 3;
}
