namespace ScCa.Domain;

/// <summary>The few shapes of text that values are made of.</summary>
internal static class Text
{
    /// <summary>ASCII letters, digits and - _ . : only, so that an id can stand in a stream name, an address or a file name.</summary>
    public static string Identifier(string text, int maxLength, string what)
    {
        if (string.IsNullOrEmpty(text) || text.Length > maxLength)
            throw new FormatException($"{what}: 1 to {maxLength} characters are needed.");
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':'))
                throw new FormatException($"{what}: only letters, digits and - _ . : are allowed.");
        }

        return text;
    }

    public static string NotBlank(string text, int maxLength, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
            throw new FormatException($"{what}: 1 to {maxLength} characters are needed.");
        foreach (var c in text)
        {
            if (char.IsControl(c))
                throw new FormatException($"{what}: control characters are not allowed.");
        }

        return text;
    }
}
