using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A seal maker logs in nowhere.</summary>
internal sealed class SealMakerPurposesSuit : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SealMakerPurposesSuit), "GB/T 38540-2020; RFC 9336", new LocalDate(2022, 12, 1), LintedUses.SealMaker,
        "制章人证书的 extKeyUsage 应省略，或只含 documentSigning。请检查证书模板。",
        "A seal maker has no extKeyUsage, or one that says documentSigning only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.TryFind(OidOctets.ExtendedKeyUsage, out var extension) || Purposes.Is(extension, OidOctets.DocumentSigning);
}
