using System.Text;

namespace ScCa.Pki.Names;

/// <summary>RFC 5280 §7.1 as a text that is the same exactly where two names are the same.</summary>
internal static class NameComparison
{
    public static string KeyOf(IEnumerable<IReadOnlyList<NameAttribute>> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            // A relative name is a set: its attributes have no order.
            foreach (var attribute in part.Select(KeyOf).Order(StringComparer.Ordinal))
                key.Append(attribute.Length).Append(':').Append(attribute);
            key.Append('/');
        }

        return key.ToString();
    }

    private static string KeyOf(NameAttribute attribute) => attribute.Text is { } text
        ? $"{attribute.Oid}={Folded(text)}"
        : $"{attribute.Oid}#{Convert.ToHexString(attribute.Encoded.Span)}";

    // RFC 4518 asks for NFKC, folded case, and inner spaces as one; outer ones do not count.
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Normalized(text).Trim())
        {
            if (!char.IsWhiteSpace(character))
                folded.Append(char.ToLowerInvariant(character));
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString();
    }

    // A lone surrogate has no normal form; it stands for itself.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
