using ScCa.Domain;

namespace ScCa.Issuance.Lints;

/// <summary>The last day is valid to its end, in Shanghai.</summary>
internal sealed class LastDayIsWhole : ILint
{
    public LintRule Rule { get; } = new(
        nameof(LastDayIsWhole), "C2", LintRule.HouseOpened,
        "失效时间必须为北京时间当日 23:59:59。请检查签发计划。",
        "notAfter is 23:59:59 +08:00 of a date. Check the plan.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        var notAfter = ToBeSigned.ReadTime(certificate.NotAfter);
        return notAfter == Shanghai.LastSecondOf(Shanghai.DateOf(notAfter));
    }
}
