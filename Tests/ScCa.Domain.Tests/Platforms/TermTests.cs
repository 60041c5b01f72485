using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class TermTests
{
    [Theory]
    [InlineData("P1Y", 1)]
    [InlineData("P2Y", 2)]
    [InlineData("P10Y", 10)]
    public void A_term_is_written_as_it_is_read(string text, int years)
    {
        Assert.Equal(years, Term.Parse(text).Years);
        Assert.Equal(text, Term.OfYears(years).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("PY")]
    [InlineData("P0Y")]
    [InlineData("P11Y")]
    [InlineData("P-1Y")]
    [InlineData("P1.5Y")]
    [InlineData("P1M")]
    [InlineData("p1y")]
    [InlineData("P1Y ")]
    [InlineData("P99999999999Y")]
    public void Anything_else_is_refused(string text) => Assert.Throws<FormatException>(() => Term.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_term_has_one_to_ten_years(int years) => Assert.Throws<FormatException>(() => Term.OfYears(years));

    [Theory, Trait("rule", "C2")]
    [InlineData("2026-01-05", 2, "2028-01-05")]
    [InlineData("2024-02-29", 1, "2025-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2027-02-28", 1, "2028-02-28")]
    [InlineData("2023-12-31", 1, "2024-12-31")]
    public void C2_It_ends_on_the_same_day_of_the_year_and_29_February_falls_to_28(string from, int years, string to) =>
        Assert.Equal(Date(to), Term.OfYears(years).After(Date(from)));
}
