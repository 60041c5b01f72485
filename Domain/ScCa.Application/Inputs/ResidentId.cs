namespace ScCa.Application.Inputs;

/// <summary>The number of a resident's identity card (公民身份号码), GB 11643-1999.</summary>
internal static class ResidentId
{
    // GB 11643-1999 §4.2: weights 2^(18-i) mod 11; the check character makes the weighted sum 1 mod 11.
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckCharacters = "10X98765432";

    /// <summary>The number in its one form, or null where it is none.</summary>
    public static string? TryParse(string? text)
    {
        if (text?.Trim().ToUpperInvariant() is not { Length: 18 } number)
            return null;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
                return null;
            sum += (number[i] - '0') * Weights[i];
        }

        return number[17] == CheckCharacters[sum % 11] ? number : null;
    }
}
