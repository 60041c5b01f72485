using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>One instant has one encoding.</summary>
internal sealed class TimesAreEncodedByYear : ILint
{
    public LintRule Rule { get; } = new(
        nameof(TimesAreEncodedByYear), "RFC 5280 §4.1.2.5", LintRule.Rfc5280Published, LintedUses.All,
        "2049 年及以前用 UTCTime，2050 年起用 GeneralizedTime，均为 UTC、精确到秒。请检查签发计划。",
        "Times are UTCTime through 2049 and GeneralizedTime from 2050, in UTC, to the second. Check the plan.");

    private static readonly Instant FirstGeneralized = Instant.FromUtc(2050, 1, 1, 0, 0);

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => IsByYear(certificate.NotBeforeTag, certificate.NotBefore) && IsByYear(certificate.NotAfterTag, certificate.NotAfter);

    private static bool IsByYear(byte tag, Instant time) => tag == (time < FirstGeneralized ? DerTags.UtcTime : DerTags.GeneralizedTime);
}
