using System.Globalization;

namespace ScCa.Application.Hall;

/// <summary>
/// Our numbers for orders: each names one application of one certificate and, from the second order on, which order it is. An order's amount never changes: an
/// application that owes another amount than before, or whose code has run out, gets another order.
/// </summary>
internal static class ScanOrders
{
    /// <summary>With two digits for the application the number still fits into the 32 characters that WeChat allows.</summary>
    public const int AttemptsMax = 99;

    private const char Divider = '_';
    private const char AttemptDivider = '-';

    public static string Number(string certificate, int application, int attempt = 1) => attempt == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{certificate}{Divider}{application}")
        : string.Create(CultureInfo.InvariantCulture, $"{certificate}{Divider}{application}{AttemptDivider}{attempt}");

    public static (string Certificate, int Application)? Read(string number) =>
        number.LastIndexOf(Divider) is var at and > 0 && number[(at + 1)..].Split(AttemptDivider) is [var first, .. var attempt] && attempt.Length <= 1
        && Whole(first) is { } application && attempt.All(a => Whole(a) is not null)
            ? (number[..at], application)
            : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
