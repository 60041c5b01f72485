using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Left over from version 2.</summary>
internal sealed class UniqueIdentifiersAreAbsent : ILint
{
    public LintRule Rule { get; } = new(
        nameof(UniqueIdentifiersAreAbsent), "RFC 5280 §4.1.2.8", LintRule.Rfc5280Published, LintedUses.All,
        "证书不得含 uniqueIdentifier 字段。请检查证书模板。",
        "There is no issuerUniqueID and no subjectUniqueID. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.HasUniqueIdentifiers;
}
