using System.Globalization;
using System.Text.RegularExpressions;

namespace ScCa.Gateways.Invoices;

/// <summary>Amounts as invoices write them: always with two decimals, negative on a reversal.</summary>
internal static partial class InvoiceAmount
{
    public static string Of(long fen) => string.Create(CultureInfo.InvariantCulture, $"{(fen < 0 ? "-" : "")}{Math.Abs(fen) / 100}.{Math.Abs(fen) % 100:00}");

    /// <summary>In fen; null where it is written in any other way.</summary>
    public static long? Parse(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match)
            return null;
        var fen = long.Parse(match.Groups["yuan"].Value + match.Groups["fen"].Value, CultureInfo.InvariantCulture);
        return match.Groups["minus"].Length > 0 ? -fen : fen;
    }

    // Ten digits of yuan, as the domain reads money; one spelling for each amount. \z, because $ would pass over a line break.
    [GeneratedRegex(@"\A(?<minus>-(?!0\.00))?(?<yuan>0|[1-9][0-9]{0,9})\.(?<fen>[0-9]{2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
