using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A holder's key answers for no server, no status, no time and no code.</summary>
internal sealed class KeyPurposesSuitAHolder : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyPurposesSuitAHolder), "RFC 5280 §4.2.1.12; RFC 9336", new LocalDate(2022, 12, 1), LintedUses.HolderSigning,
        "extKeyUsage 只能含 clientAuth 和 documentSigning。请检查证书模板。",
        "extKeyUsage says clientAuth and documentSigning only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.TryFind(OidOctets.ExtendedKeyUsage, out var extension)
        && Purposes.All(extension, purpose => purpose.SequenceEqual(OidOctets.ClientAuth) || purpose.SequenceEqual(OidOctets.DocumentSigning));
}
