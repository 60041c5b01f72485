using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ScCa.Seals.Pictures;

/// <summary>Text that is drawn: its characters one by one.</summary>
internal static class SealText
{
    /// <summary>The characters, or the refusal of too few, too many or such as cannot be drawn.</summary>
    public static ImmutableArray<string> Characters(string text, int min, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Length > max * 2 || !IsDrawable(trimmed))
            throw new SealRefusedException(SealRefusal.SealTextUnfit);
        ImmutableArray<string> characters = [.. trimmed.EnumerateRunes().Select(r => r.ToString())];
        return characters.Length >= min && characters.Length <= max ? characters : throw new SealRefusedException(SealRefusal.SealTextUnfit);
    }

    public static bool IsDrawable(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            // The replacement character is what is left of one that was lost on the way.
            if (!Rune.TryGetRuneAt(text, at, out var rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }
}
