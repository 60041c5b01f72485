using System.Collections.Immutable;
using ScCa.Application;
using ScCa.Application.Texts;
using ScCa.Web.Wording;

namespace ScCa.Web.Forms;

/// <summary>Refusals of what is typed into pages of the host's own; their texts stand with the pages'.</summary>
internal static class PageRefusals
{
    public static RefusalText AmountMalformed(PageTexts texts) => Of("W1", nameof(AmountMalformed), texts);

    public static RefusalText PayerMissing(PageTexts texts) => Of("W1", nameof(PayerMissing), texts);

    public static RefusalText DateMalformed(PageTexts texts) => Of("W2", nameof(DateMalformed), texts);

    public static RefusalText ClockNeverGoesBack(PageTexts texts) => Of("W2", nameof(ClockNeverGoesBack), texts);

    public static RefusalText InstantMalformed(PageTexts texts) => Of("W3", nameof(InstantMalformed), texts);

    public static RefusalText CertificateMissing(PageTexts texts) => Of("W3", nameof(CertificateMissing), texts);

    public static RefusalText StaffUnknown(PageTexts texts) => Of("W4", nameof(StaffUnknown), texts);

    private static RefusalText Of(string rule, string code, PageTexts texts) => new(
        rule,
        code,
        texts.Text(Language.ZhCn, $"refused.{code}.text"),
        texts.Text(Language.En, $"refused.{code}.text"),
        texts.Text(Language.ZhCn, $"refused.{code}.next"),
        texts.Text(Language.En, $"refused.{code}.next"),
        ImmutableDictionary<string, string>.Empty);
}
