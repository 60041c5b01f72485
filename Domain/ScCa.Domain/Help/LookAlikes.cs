using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ScCa.Domain.Help;

/// <summary>
/// Brings texts that look alike together: width, case, marks and blanks make no difference, nor do characters that are taken for one another when a screen
/// is photographed, read aloud or typed in the other script (0 and O, 日 and 曰, 签 and 簽).
/// </summary>
public sealed class LookAlikes
{
    private const int FullWidthOffset = '！' - '!';

    private readonly FrozenDictionary<char, char> first;

    /// <param name="groups">Characters that stand for each other; each character in one group only.</param>
    public LookAlikes(ImmutableArray<string> groups) =>
        first = groups.SelectMany(group => group.Skip(1).Select(c => KeyValuePair.Create(c, group[0]))).ToFrozenDictionary();

    /// <summary>The text reduced to what it is compared by; no longer than <paramref name="lengthMax"/>.</summary>
    public string Fold(string text, int lengthMax = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> folded = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (length == lengthMax)
                break;
            var plain = Plain(c);
            if (char.IsLetterOrDigit(plain))
                folded[length++] = first.GetValueOrDefault(plain, plain);
        }

        return folded[..length].ToString();
    }

    /// <summary>Half width and lower case.</summary>
    public static char Plain(char c) => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c);
}
