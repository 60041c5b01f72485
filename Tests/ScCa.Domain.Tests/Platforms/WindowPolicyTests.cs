using System.Collections.Immutable;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Domain.Tests.Platforms;

/// <summary>A window's openings: half-open hours, on the days that it serves.</summary>
public sealed class WindowPolicyTests
{
    private static readonly WorkingCalendar Calendar = TestPolicies.Calendar;
    private static readonly WindowPolicy Chengnan = Window([], "09:00-17:30");
    private static readonly WindowPolicy Xinchuan = Window([], "09:00-12:00", "13:00-17:30");
    private static readonly WindowPolicy Tuesdays = Window([IsoDayOfWeek.Tuesday]);

    [Fact, Trait("rule", "A5")]
    public void Example_35_A5_A_tuesday_off_has_no_substitute()
    {
        Refused(Tuesdays, "2025-10-07T00:00", "2025-10-14T00:00");
        Refused(Tuesdays, "2026-02-17T00:00", "2026-02-24T00:00");
        Assert.False(Tuesdays.IsOpenOn(new LocalDate(2025, 9, 28), Calendar));
    }

    [Fact, Trait("rule", "A5")]
    public void Example_36_A5_At_noon_it_opens_again_the_same_day() => Refused(Xinchuan, "2025-11-12T12:30", "2025-11-12T13:00");

    [Fact, Trait("rule", "A5")]
    public void Example_37_A5_Closing_time_is_closed_and_make_up_saturdays_are_open()
    {
        Refused(Chengnan, "2026-02-13T17:30", "2026-02-14T09:00");
        Refused(Chengnan, "2026-02-15T10:00", "2026-02-24T09:00");
    }

    [Fact, Trait("rule", "A5")]
    public void Example_38_A5_A_make_up_working_saturday_is_open() => Assert.True(Chengnan.IsOpenAt(Time("2025-10-11T10:00"), Calendar));

    [Fact, Trait("rule", "A5")]
    public void A5_Without_hours_a_window_is_open_all_the_day_that_it_serves()
    {
        Assert.True(Tuesdays.IsOpenAt(Time("2025-10-14T00:00"), Calendar));
        Assert.True(Tuesdays.IsOpenAt(Time("2025-10-14T23:59"), Calendar));
        Assert.False(Tuesdays.IsOpenAt(Time("2025-10-15T00:00"), Calendar));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_weekend_that_is_named_is_served_but_for_holidays()
    {
        var saturdays = Window([IsoDayOfWeek.Saturday], "09:00-12:00");

        Assert.True(saturdays.IsOpenOn(new LocalDate(2025, 11, 15), Calendar));
        Assert.False(saturdays.IsOpenOn(new LocalDate(2025, 11, 16), Calendar));
        Assert.False(saturdays.IsOpenOn(new LocalDate(2026, 10, 3), Calendar));
        Assert.False(saturdays.IsOpenOn(new LocalDate(2025, 11, 14), Calendar));
        Assert.False(Chengnan.IsOpenOn(new LocalDate(2025, 11, 15), Calendar));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_At_the_opening_itself_the_next_opening_is_now_and_within_hours_the_one_after()
    {
        Assert.Equal(Time("2025-11-12T09:00"), Xinchuan.NextOpening(Time("2025-11-12T09:00"), Calendar));
        Assert.Equal(Time("2025-11-12T13:00"), Xinchuan.NextOpening(Time("2025-11-12T09:01"), Calendar));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_window_that_never_opens_has_no_next_opening() =>
        Assert.Null(Window([IsoDayOfWeek.None], "09:00-17:30").NextOpening(Time("2025-11-12T09:00"), Calendar));

    [Fact, Trait("rule", "A5")]
    public void A5_A_next_opening_is_looked_for_in_800_days()
    {
        var first = new LocalDate(2025, 1, 1);

        Assert.Equal(first.PlusDays(799).At(Hour("09:00")), Chengnan.NextOpening(first.AtMidnight(), Closed(799)));
        Assert.Null(Chengnan.NextOpening(first.AtMidnight(), Closed(800)));

        WorkingCalendar Closed(int days) => new(Enumerable.Range(0, days).Select(day => first.PlusDays(day)).GroupBy(d => d.Year)
            .Select(year => new HolidayYear(year.Key, [.. year], [])));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_The_next_opening_is_the_first_open_instant_after_a_closed_one() => Property.Check(
        from window in Gen.Elements(Chengnan, Xinchuan, Tuesdays, Window([IsoDayOfWeek.Monday, IsoDayOfWeek.Saturday], "08:30-11:00", "11:00-11:30"))
        from day in Gen.Choose(0, 900)
        from halfHours in Gen.Choose(0, 47)
        select (Window: window, Asked: new LocalDate(2024, 1, 1).PlusDays(day).AtMidnight().PlusMinutes(30 * halfHours)),
        at =>
        {
            if (at.Window.IsOpenAt(at.Asked, Calendar))
                return;
            // The plain twin: every half hour, which all the hours here begin at.
            var next = at.Asked;
            while (!at.Window.IsOpenAt(next, Calendar))
                next = next.PlusMinutes(30);
            Assert.Equal(next, at.Window.NextOpening(at.Asked, Calendar));
        });

    private static void Refused(WindowPolicy window, string asked, string next)
    {
        Assert.False(window.IsOpenAt(Time(asked), Calendar));
        Assert.Equal(Time(next), window.NextOpening(Time(asked), Calendar));
    }

    private static WindowPolicy Window(ImmutableArray<IsoDayOfWeek> weekdays, params string[] hours) => new(
        new WindowId("window"), new LocalizedText("窗口", "Window"), new LocalizedText("成都", "Chengdu"), weekdays,
        [.. hours.Select(h => h.Split('-')).Select(h => new OpeningHours(Hour(h[0]), Hour(h[1])))]);

    private static LocalTime Hour(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static LocalDateTime Time(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
