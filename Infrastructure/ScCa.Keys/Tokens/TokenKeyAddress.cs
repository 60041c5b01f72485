namespace ScCa.Keys.Tokens;

/// <summary>Where a key is in its token: by its label (CKA_LABEL), by its id (CKA_ID, hexadecimal), or by both.</summary>
public sealed record TokenKeyAddress
{
    private const int IdOctetsMax = 64;

    private TokenKeyAddress(string? label, string? id)
    {
        Label = label;
        Id = id;
    }

    public string? Label { get; }

    public string? Id { get; }

    /// <exception cref="ArgumentException">Neither is there, or the id is not hexadecimal.</exception>
    public static TokenKeyAddress Of(string? label, string? id)
    {
        if (string.IsNullOrEmpty(label) && string.IsNullOrEmpty(id))
            throw new ArgumentException("A key is found by its label, its id or both.", nameof(label));
        if (!string.IsNullOrEmpty(id) && !IsId(id))
            throw new ArgumentException("A key's id is hexadecimal.", nameof(id));
        return new TokenKeyAddress(string.IsNullOrEmpty(label) ? null : label, string.IsNullOrEmpty(id) ? null : Convert.ToHexStringLower(Convert.FromHexString(id)));
    }

    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= 2 * IdOctetsMax && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
    }

    public override string ToString() => (Label, Id) switch
    {
        ({ } label, { } id) => $"{label} ({id})",
        ({ } label, null) => label,
        _ => Id!,
    };
}
