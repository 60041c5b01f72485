using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Nobody can ask whether its key is still good: it must soon be another one.</summary>
internal sealed class ResponderLivesShortly : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ResponderLivesShortly), "RFC 6960 §4.2.2.2.1; ScCa.Core", LintRule.HouseOpened, LintedUses.OcspResponder,
        "OCSP 证书的有效期不得超过 400 天。请缩短有效期。",
        "An OCSP responder is valid for at most 400 days. Shorten its validity.");

    private static readonly Duration Longest = Duration.FromDays(400);

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.NotAfter - certificate.NotBefore <= Longest;
}
