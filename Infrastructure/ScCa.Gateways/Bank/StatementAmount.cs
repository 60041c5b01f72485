using System.Text.RegularExpressions;

namespace ScCa.Gateways.Bank;

/// <summary>Amounts as banks write them: <c>1,234.50</c>, <c>1234.5</c>, <c>1234</c>, with or without ¥.</summary>
internal static partial class StatementAmount
{
    /// <summary>In fen; null where it is no amount. Money is never rounded, and a separator in the wrong place is no separator.</summary>
    public static long? Parse(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
            return null;
        var yuan = long.Parse(match.Groups["yuan"].Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        var fen = int.Parse(match.Groups["fen"].Value.PadRight(2, '0'), System.Globalization.CultureInfo.InvariantCulture);
        return checked(yuan * 100 + fen);
    }

    // Ten digits of yuan, as the domain reads money. \z, because $ would pass over a line break.
    [GeneratedRegex(@"\A[¥￥]?(?<yuan>[0-9]{1,10}|[0-9](,[0-9]{3}){3}|[0-9]{1,3}(,[0-9]{3}){1,2})(\.(?<fen>[0-9]{1,2}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
