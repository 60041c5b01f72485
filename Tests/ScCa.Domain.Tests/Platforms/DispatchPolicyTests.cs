using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class DispatchPolicyTests
{
    private static readonly WorkingCalendar Calendar = TestPolicies.Calendar;
    private static readonly WeeklyDispatch Fridays = new(IsoDayOfWeek.Friday, IsoDayOfWeek.Thursday, AwaitsRoleAccount: true);
    private static readonly DispatchPolicy OnFridays = new(null, Fridays);

    [Theory, Trait("rule", "D2")]
    [InlineData(26, "2025-09-25", "2025-09-26")]
    [InlineData(27, "2025-09-26", "2025-10-10")]
    [InlineData(27, "2025-09-28", "2025-10-10")]
    [InlineData(28, "2025-12-31", "2026-01-09")]
    [InlineData(29, "2026-02-13", "2026-02-27")]
    [InlineData(30, "2026-06-17", "2026-06-26")]
    [InlineData(31, "2026-09-18", "2026-10-09")]
    [InlineData(31, "2026-09-22", "2026-10-09")]
    [InlineData(32, "2025-11-07", "2025-11-14")]
    public void Examples_26_to_32_D2_Until_thursday_it_goes_on_friday_and_a_holiday_friday_gives_way(int example, string completed, string posted)
    {
        Assert.InRange(example, 26, 32);
        Assert.Equal(new PromisedDate(Date(posted), []), Fridays.PostedOn(Date(completed), Calendar));
        Assert.Equal(new PromisedDate(Date(posted), []), OnFridays.PostedBy(Date(completed), null, Calendar));
    }

    [Theory, Trait("rule", "D2")]
    [InlineData("2025-11-05", "2025-11-06", true, "2025-11-07")]
    [InlineData("2025-11-05", "2025-11-07", true, "2025-11-14")]
    [InlineData("2025-11-05", "2025-11-07", false, "2025-11-07")]
    [InlineData("2025-11-07", "2025-11-03", true, "2025-11-14")]
    public void Example_33_D2_The_later_of_completion_and_role_account_counts_where_it_is_awaited(string completed, string appliedOn, bool awaits, string posted) =>
        Assert.Equal(
            new PromisedDate(Date(posted), []),
            (OnFridays with { Weekly = Fridays with { AwaitsRoleAccount = awaits } }).PostedBy(Date(completed), Date(appliedOn), Calendar));

    [Fact, Trait("rule", "D1")]
    public void D1_Within_working_days_is_the_calendars_count() =>
        Assert.Equal(new PromisedDate(Date("2025-10-10"), []), new DispatchPolicy(2, null).PostedBy(Date("2025-09-30"), Date("2025-12-01"), Calendar));

    [Fact, Trait("rule", "D2")]
    public void D2_A_year_without_calendar_is_said() =>
        Assert.Equal(new PromisedDate(Date("2027-01-01"), [2027]), Fridays.PostedOn(Date("2026-12-31"), Calendar));

    [Fact, Trait("rule", "D2")]
    public void D2_A_posting_day_is_worked_and_the_first_whose_cut_off_is_not_over() => Property.Check(
        from day in Gen.Choose(1, 5)
        from cutOff in Gen.Choose(1, 7)
        from completed in Days
        select (Dispatch: new WeeklyDispatch((IsoDayOfWeek)day, (IsoDayOfWeek)cutOff, false), Completed: completed),
        at => Assert.Equal(FirstPostingDay(at.Dispatch, at.Completed), at.Dispatch.PostedOn(at.Completed, Calendar).Date));

    [Fact, Trait("rule", "D1"), Trait("rule", "D2"), Trait("rule", "D5")]
    public void D1_D2_D5_A_promised_day_is_worked_after_the_event_and_never_earlier_for_what_came_later() => Property.Check(
        from days in Gen.Choose(1, 10)
        from completed in Days
        from later in Gen.Choose(0, 30)
        select (Days: days, Completed: completed, Later: completed.PlusDays(later)),
        at => Assert.All(new[] { OnFridays, new DispatchPolicy(at.Days, null) }, dispatch =>
        {
            var promised = dispatch.PostedBy(at.Completed, null, Calendar).Date;
            Assert.True(Calendar.IsWorkingDay(promised));
            Assert.True(promised > at.Completed);
            Assert.True(promised <= dispatch.PostedBy(at.Later, null, Calendar).Date);
        }));

    [Fact, Trait("rule", "D2")]
    public void D2_A_posting_day_is_looked_for_in_ten_years_of_weeks()
    {
        var first = Date("2025-01-03");

        Assert.Equal(first.PlusWeeks(519), Fridays.PostedOn(Date("2025-01-02"), FridaysOff(519)).Date);
        Assert.Throws<ArgumentException>(() => Fridays.PostedOn(Date("2025-01-02"), FridaysOff(520)));

        WorkingCalendar FridaysOff(int weeks) => new(Enumerable.Range(0, weeks).Select(week => first.PlusWeeks(week)).GroupBy(d => d.Year)
            .Select(year => new HolidayYear(year.Key, [.. year], [])));
    }

    private static Gen<LocalDate> Days => Gen.Choose(0, 1500).Select(n => new LocalDate(2023, 11, 1).PlusDays(n));

    // The plain twin: day by day.
    private static LocalDate FirstPostingDay(WeeklyDispatch dispatch, LocalDate completed)
    {
        var cutOffPassed = false;
        for (var day = completed; ; day = day.PlusDays(1))
        {
            if (cutOffPassed && day.DayOfWeek == dispatch.Day && Calendar.IsWorkingDay(day))
                return day;
            cutOffPassed |= day.DayOfWeek == dispatch.CutOff;
        }
    }
}
