using System.Globalization;
using System.Text;

namespace ScCa.Issuance.Lints;

/// <summary>Two names that look alike are the same name: nothing in them turns, joins or vanishes.</summary>
internal sealed class SubjectHidesNothing : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectHidesNothing), "ScCa.Core", LintRule.HouseOpened,
        "主体名称不能含控制符、不可见字符或首尾空格。请更正证书名称。",
        "The subject has no control or invisible characters and no spaces at its ends. Correct the certificate name.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => SubjectAttribute.ReadAll(certificate.Subject).All(IsPlain);

    private static bool IsPlain(SubjectAttribute attribute) =>
        attribute.Value.Trim().Length == attribute.Value.Length && attribute.Value.EnumerateRunes().All(IsPlain);

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
