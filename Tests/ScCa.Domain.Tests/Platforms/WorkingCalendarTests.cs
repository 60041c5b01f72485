using NodaTime;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = TestPolicies.Calendar;

    [Theory, Trait("rule", "D5")]
    [InlineData(15, "2026-04-30", 1, "2026-05-06")]
    [InlineData(16, "2026-02-13", 1, "2026-02-14")]
    [InlineData(17, "2026-02-14", 1, "2026-02-24")]
    [InlineData(34, "2026-04-30", 2, "2026-05-07")]
    [InlineData(11, "2026-03-12", 2, "2026-03-16")]
    public void Examples_11_15_16_17_34_D5_The_nth_working_day_after_the_events_own_day(int example, string day, int workingDays, string due)
    {
        Assert.InRange(example, 1, 42);
        Assert.Equal(new PromisedDate(Date(due), []), Calendar.WorkingDaysAfter(Date(day), workingDays));
    }

    [Fact, Trait("rule", "D5")]
    public void D5_No_working_days_is_the_day_itself_and_fewer_are_a_defect()
    {
        Assert.Equal(new PromisedDate(Date("2026-02-15"), []), Calendar.WorkingDaysAfter(Date("2026-02-15"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WorkingDaysAfter(Date("2026-02-15"), -1));
    }

    [Theory, Trait("rule", "D5")]
    [InlineData("2026-10-09", true)] // a Friday
    [InlineData("2026-10-10", true)] // a Saturday, worked
    [InlineData("2026-10-11", false)] // a Sunday
    [InlineData("2026-10-07", false)] // a Wednesday, off
    [InlineData("2026-10-03", false)] // a Saturday, off
    [InlineData("2027-10-01", true)] // no calendar: a Friday is worked
    [InlineData("2027-10-02", false)] // no calendar: a Saturday is not
    [InlineData("2027-10-03", false)]
    public void D5_A_day_is_worked_as_announced_and_otherwise_by_the_week(string day, bool worked) =>
        Assert.Equal(worked, Calendar.IsWorkingDay(Date(day)));

    [Fact, Trait("rule", "D5")]
    public void Example_25_D5_A_year_without_calendar_is_named_once_and_only_where_it_was_counted()
    {
        Assert.Equal(new PromisedDate(Date("2026-12-31"), []), Calendar.WorkingDaysAfter(Date("2026-12-30"), 1));
        Assert.Equal(new PromisedDate(Date("2027-01-01"), [2027]), Calendar.WorkingDaysAfter(Date("2026-12-30"), 2));
        Assert.Equal(new PromisedDate(Date("2027-01-04"), [2027]), Calendar.WorkingDaysAfter(Date("2026-12-30"), 3));
        Assert.Equal(new PromisedDate(Date("2024-01-02"), []), Calendar.WorkingDaysAfter(Date("2023-12-31"), 1));
        Assert.Equal([2027, 2028], Calendar.WorkingDaysAfter(Date("2026-12-30"), 265).YearsWithoutCalendar);
        Assert.Equal(new PromisedDate(Date("2027-10-04"), [2027]), Calendar.FirstWorkingDayOf([Date("2027-10-02"), Date("2027-10-03"), Date("2027-10-04")]));
        Assert.Equal((true, false), (Calendar.Knows(2026), Calendar.Knows(2027)));
    }

    [Fact, Trait("rule", "D5")]
    public void D5_A_promise_with_a_flag_is_another_promise()
    {
        Assert.NotEqual(new PromisedDate(Date("2027-01-01"), []), new PromisedDate(Date("2027-01-01"), [2027]));
        Assert.NotEqual(new PromisedDate(Date("2027-01-01"), [2027]), new PromisedDate(Date("2027-01-04"), [2027]));
        Assert.False(new PromisedDate(Date("2027-01-01"), []).Equals(null));
        Assert.Equal(new PromisedDate(Date("2027-01-01"), [2027]).GetHashCode(), new PromisedDate(Date("2027-01-01"), [2027]).GetHashCode());
    }

    /// <summary>The days that the notices announce add up to the working days of each year as the State Council counts them.</summary>
    [Theory, Trait("rule", "D5")]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void D5_The_years_have_the_working_days_that_were_announced(int year, int workingDays)
    {
        var first = new LocalDate(year, 1, 1);

        Assert.Equal(workingDays, Enumerable.Range(0, first.Calendar.GetDaysInYear(year)).Count(d => Calendar.IsWorkingDay(first.PlusDays(d))));
    }
}
