using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Two extensions that say what a key is for may say different things.</summary>
internal sealed class ObsoleteExtensionsAreAbsent : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ObsoleteExtensionsAreAbsent), "ScCa.Core", LintRule.HouseOpened, LintedUses.All,
        "不得使用已废弃的 Netscape 证书类型扩展。请检查证书模板。",
        "There is no Netscape certificate type. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Has(OidOctets.NetscapeType);
}
