using System.Collections.Immutable;
using System.Globalization;
using ScCa.Application;
using ScCa.Application.Texts;
using ScCa.Web.Wording;

namespace ScCa.Web.Forms;

/// <summary>Refusals of what is typed into pages of the host's own; their texts stand with the pages'.</summary>
internal static class PageRefusals
{
    public static RefusalText AmountMalformed(PageTexts texts) => Of("G1", nameof(AmountMalformed), texts);

    public static RefusalText PayerMissing(PageTexts texts) => Of("G1", nameof(PayerMissing), texts);

    public static RefusalText DateMalformed(PageTexts texts) => Of("G2", nameof(DateMalformed), texts);

    public static RefusalText ClockNeverGoesBack(PageTexts texts) => Of("G2", nameof(ClockNeverGoesBack), texts);

    public static RefusalText InstantMalformed(PageTexts texts) => Of("G3", nameof(InstantMalformed), texts);

    public static RefusalText CertificateMissing(PageTexts texts) => Of("G3", nameof(CertificateMissing), texts);

    public static RefusalText StaffUnknown(PageTexts texts) => Of("G4", nameof(StaffUnknown), texts);

    public static RefusalText FileMissing(string field, PageTexts texts) => Of("G5", nameof(FileMissing), texts, ("field", field));

    public static RefusalText FileTooLarge(string field, PageTexts texts) => Of("G5", nameof(FileTooLarge), texts, ("field", field));

    public static RefusalText FileUnreadable(string field, PageTexts texts) => Of("G5", nameof(FileUnreadable), texts, ("field", field));

    public static RefusalText VisitMalformed(PageTexts texts) => Of("G6", nameof(VisitMalformed), texts);

    public static RefusalText PeriodMalformed(int daysMax, PageTexts texts) =>
        Of("G7", nameof(PeriodMalformed), texts, ("days", daysMax.ToString(CultureInfo.InvariantCulture)));

    private static RefusalText Of(string rule, string code, PageTexts texts, params (string Name, string Value)[] facts)
    {
        var known = facts.ToImmutableDictionary(f => f.Name, f => f.Value);
        return new RefusalText(
            rule,
            code,
            texts.Fill(Language.ZhCn, $"refused.{code}.text", known),
            texts.Fill(Language.En, $"refused.{code}.text", known),
            texts.Fill(Language.ZhCn, $"refused.{code}.next", known),
            texts.Fill(Language.En, $"refused.{code}.next", known),
            known);
    }
}
