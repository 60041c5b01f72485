using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Tests.Bounded;

/// <summary>
/// What is different in every life: ids, references, serials, keyed hashes and credit codes. One of another life is as long, and ends in that life's number.
/// </summary>
internal static partial class Tokens
{
    private const int NumberDigits = 8;
    private const int CodeLength = 18;
    private const int CodeFirst = 11;
    private const int CodeLast = 16;
    private const string CodeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Certificates, subjects, keyed hashes, serials, tracking numbers, transfers, credit codes; orders and messages are named after their certificates.
    [GeneratedRegex("c-[0-9a-f]{24}|[a-z]-[0-9a-f]{32}|[0-9a-f]{64}|[0-9A-F]{32}|SF[0-9]{12}|LOCAL-BANK-[0-9A-F]{20}|91[0-9]{6}[0-9A-Z]{10}")]
    private static partial Regex Pattern();

    /// <summary>Those that a text names, each with its place in the text's UTF-8.</summary>
    public static IEnumerable<(string Token, int Place)> In(string text) =>
        Pattern().Matches(text).Select(match => (match.Value, Encoding.UTF8.GetByteCount(text.AsSpan(0, match.Index))));

    public static string Of(string token, int life) => IsCreditCode(token) ? CreditCodeOf(token, life, token[CodeLast]) : token[..^NumberDigits] + Number(token, life);

    /// <summary>The code of a seedling: no other life's code ends in its letter.</summary>
    public static string CreditCodeOf(string sample, int seedling) => CreditCodeOf(sample, 0, CodeLetters[seedling]);

    // GB 32100-2015: two characters, six of the region, nine of the organisation, one to check.
    private static string CreditCodeOf(string sample, int life, char last)
    {
        var number = new char[CodeLast - CodeFirst];
        for (var (i, rest) = (number.Length - 1, life); i >= 0; i--, rest /= CodeLetters.Length)
            number[i] = CodeLetters[rest % CodeLetters.Length];
        var begun = $"{sample[..CodeFirst]}{new string(number)}{last}";
        return CodeLetters.Select(check => begun + check).First(code => CreditCode.TryParse(code) is not null);
    }

    private static bool IsCreditCode(string token) => token.Length == CodeLength && token.StartsWith("91", StringComparison.Ordinal);

    private static string Number(string token, int life) =>
        life.ToString(token.StartsWith("SF", StringComparison.Ordinal) ? "D8" : token.Any(char.IsAsciiLetterLower) ? "x8" : "X8", CultureInfo.InvariantCulture);
}
