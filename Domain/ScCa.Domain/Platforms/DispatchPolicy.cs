using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>When a key is posted: within so many working days (D1), or on one weekday with a cut-off (D2). Exactly one of the two is given.</summary>
/// <param name="Weekly">The weekday of posting and the last weekday on which completion still counts for it.</param>
public sealed record DispatchPolicy(int? WithinWorkingDays, WeeklyDispatch? Weekly)
{
    /// <summary>The promised day of what was completed on the date; a role account counts from the day it was applied for.</summary>
    public PromisedDate PostedBy(LocalDate completed, LocalDate? roleAccountAppliedOn, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Weekly is null)
            return calendar.WorkingDaysAfter(completed, WithinWorkingDays.GetValueOrDefault());
        var counts = Weekly.AwaitsRoleAccount && roleAccountAppliedOn is { } applied ? LocalDate.Max(completed, applied) : completed;
        return Weekly.PostedOn(counts, calendar);
    }
}

/// <param name="Day">The weekday on which parcels are posted; one that is a holiday gives way to the same weekday of the next week.</param>
/// <param name="CutOff">Completed until the end of this weekday, it goes with the next such day.</param>
/// <param name="AwaitsRoleAccount">Whether the unit must have applied for its role account by the cut-off too.</param>
public sealed record WeeklyDispatch(IsoDayOfWeek Day, IsoDayOfWeek CutOff, bool AwaitsRoleAccount)
{
    private const int WeeksMax = 520;

    /// <summary>The posting day of what was completed on the date.</summary>
    public PromisedDate PostedOn(LocalDate completed, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.FirstWorkingDayOf(WeeklyFrom(DayAfterCutOff(completed)));
    }

    // The first posting day whose cut-off is not before the completion.
    private LocalDate DayAfterCutOff(LocalDate completed)
    {
        var cutOff = completed.DayOfWeek == CutOff ? completed : completed.Next(CutOff);
        return cutOff.Next(Day);
    }

    // More weeks than any calendar has holidays on one weekday.
    private static IEnumerable<LocalDate> WeeklyFrom(LocalDate first) => Enumerable.Range(0, WeeksMax).Select(week => first.PlusWeeks(week));
}
