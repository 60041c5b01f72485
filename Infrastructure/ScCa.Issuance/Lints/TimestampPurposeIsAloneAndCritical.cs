using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Who stamps time does nothing else, and whoever does not know the purpose must not trust the stamp.</summary>
internal sealed class TimestampPurposeIsAloneAndCritical : ILint
{
    public LintRule Rule { get; } = new(
        nameof(TimestampPurposeIsAloneAndCritical), "RFC 3161 §2.3", new LocalDate(2001, 8, 1), LintedUses.TimestampAuthority,
        "时间戳证书的 extKeyUsage 必须为关键扩展，且只含 timeStamping。请检查证书模板。",
        "A timestamp authority's extKeyUsage is critical and says timeStamping alone. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.TryFind(OidOctets.ExtendedKeyUsage, out var extension) && extension.IsCritical && Purposes.Is(extension, OidOctets.TimeStamping);
}
