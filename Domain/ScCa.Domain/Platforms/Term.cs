using System.Globalization;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>How long a certificate is issued for, in whole years; written <c>P1Y</c>.</summary>
public sealed record Term : ITextValue<Term>
{
    public const int MaxYears = 10;

    private Term(int years) => Years = years;

    public int Years { get; }

    public string Value => string.Create(CultureInfo.InvariantCulture, $"P{Years}Y");

    public static Term OfYears(int years) =>
        years is >= 1 and <= MaxYears ? new Term(years) : throw new FormatException($"Term: 1 to {MaxYears} years.");

    public static Term Parse(string text) =>
        text is ['P', .. var years, 'Y'] && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? OfYears(n)
            : throw new FormatException("Term: a text such as P1Y is needed.");

    /// <summary>The same day of the year, so many years on; 29 February falls to 28 (C2).</summary>
    public LocalDate After(LocalDate date) => date.PlusYears(Years);

    public override string ToString() => Value;
}
