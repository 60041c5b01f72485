using System.Buffers;
using System.Globalization;
using System.Text;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Two names that look alike are the same name: nothing in them turns, joins or vanishes.</summary>
internal sealed class SubjectHidesNothing : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectHidesNothing), "ScCa.Core", LintRule.HouseOpened, LintedUses.All,
        "主体名称不能含控制符、不可见字符或首尾空格。请更正证书名称。",
        "The subject has no control or invisible characters and no spaces at its ends. Correct the certificate name.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (attribute.StringTag != DerTags.BmpString && !IsPlain(attribute.Value.Span))
                return false;
        }

        return true;
    }

    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        var (isFirst, endsWithSpace) = (true, false);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var octets) != OperationStatus.Done || !IsPlain(rune))
                return false;
            endsWithSpace = Rune.IsWhiteSpace(rune);
            if (isFirst && endsWithSpace)
                return false;
            isFirst = false;
            text = text[octets..];
        }

        return !endsWithSpace;
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
