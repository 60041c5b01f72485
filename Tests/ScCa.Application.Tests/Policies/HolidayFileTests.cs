using System.Text;
using NodaTime;
using ScCa.Application.Policies;
using Xunit;

namespace ScCa.Application.Tests.Policies;

public sealed class HolidayFileTests
{
    [Fact, Trait("rule", "D5")]
    public void D5_Days_and_spans_of_days_are_read()
    {
        var year = HolidayFile.Read("2026.json", Year("[\"2026-01-01/2026-01-03\", \"2026-05-01\"]"));

        Assert.Equal(2026, year.Year);
        Assert.Equal([new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), new(2026, 5, 1)], year.Off.Order());
        Assert.Equal([new LocalDate(2026, 1, 4)], year.Work);
    }

    [Theory]
    [InlineData("[\"2026-13-01\"]", "$.off", "day")]
    [InlineData("[\"2026-01-03/2026-01-01\"]", "$.off", "span")]
    [InlineData("[\"2025-12-31/2026-01-02\"]", "$.off", "span")]
    [InlineData("[\"2026-12-31/2027-01-01\"]", "$.off", "span")]
    [InlineData("[\"2026-01-01/2026-01-02/2026-01-03\"]", "$.off", "span")]
    [InlineData("[1]", "$.off[0]", "unreadable")]
    [InlineData("[null]", "$.off[0]", "null-item")]
    public void A_faulty_calendar_is_refused_naming_file_path_and_reason(string off, string path, string code)
    {
        var fault = Assert.Single(Assert.Throws<PolicyInvalidException>(() => PolicyLoader.Load([], [("2026.json", Year(off))])).Faults);

        Assert.Equal(("2026.json", path, code), (fault.File, fault.Path, fault.Code));
    }

    [Fact]
    public void Null_is_no_calendar() =>
        Assert.Equal("unreadable", Assert.Single(Assert.Throws<PolicyInvalidException>(() => HolidayFile.Read("2026.json", "null"u8.ToArray())).Faults).Code);

    private static byte[] Year(string off) => Encoding.UTF8.GetBytes($$"""{ "year": 2026, "source": "test", "off": {{off}}, "work": ["2026-01-04"] }""");
}
