using ScCa.Domain;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The last day is valid to its end, in Shanghai.</summary>
internal sealed class LastDayIsWhole : ILint
{
    public LintRule Rule { get; } = new(
        nameof(LastDayIsWhole), "C2", LintRule.HouseOpened, LintedUses.All,
        "失效时间必须为北京时间当日 23:59:59。请检查签发计划。",
        "notAfter is 23:59:59 +08:00 of a date. Check the plan.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.NotAfter == Shanghai.LastSecondOf(Shanghai.DateOf(certificate.NotAfter));
}
