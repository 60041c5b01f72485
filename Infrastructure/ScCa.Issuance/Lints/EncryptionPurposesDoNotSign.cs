using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Verifiers go by extKeyUsage as much as by keyUsage.</summary>
internal sealed class EncryptionPurposesDoNotSign : ILint
{
    public LintRule Rule { get; } = new(
        nameof(EncryptionPurposesDoNotSign), "RFC 5280 §4.2.1.12; GM/T 0015", new LocalDate(2012, 11, 22), LintedUses.HolderEncryption,
        "加密证书的 extKeyUsage 应省略，或只含 clientAuth。请检查证书模板。",
        "An encryption certificate has no extKeyUsage, or one that says clientAuth only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        !certificate.TryFind(OidOctets.ExtendedKeyUsage, out var extension) || Purposes.Is(extension, OidOctets.ClientAuth);
}
