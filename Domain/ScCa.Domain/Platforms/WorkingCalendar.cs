using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>The days off and the make-up working days that the State Council announced for one year.</summary>
public sealed record HolidayYear(int Year, ImmutableHashSet<LocalDate> Off, ImmutableHashSet<LocalDate> Work);

/// <summary>A date that was promised, and the years whose calendar was not known when it was (weekends alone were counted there).</summary>
public sealed record PromisedDate(LocalDate Date, ImmutableArray<int> YearsWithoutCalendar)
{
    public bool Equals(PromisedDate? other) =>
        other is not null && Date == other.Date && YearsWithoutCalendar.AsSpan().SequenceEqual(other.YearsWithoutCalendar.AsSpan());

    public override int GetHashCode() => Date.GetHashCode();
}

/// <summary>Which days are worked; a year without data falls back to weekends and says so.</summary>
public sealed class WorkingCalendar(IEnumerable<HolidayYear> years)
{
    private readonly ImmutableDictionary<int, HolidayYear> years = years.ToImmutableDictionary(y => y.Year);

    public bool Knows(int year) => years.ContainsKey(year);

    public bool IsWorkingDay(LocalDate date)
    {
        var weekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        return years.TryGetValue(date.Year, out var known)
            ? known.Work.Contains(date) || (!weekend && !known.Off.Contains(date))
            : !weekend;
    }

    /// <summary>Announced as a day off. Of a year without data nothing is announced.</summary>
    public bool IsHoliday(LocalDate date) => years.TryGetValue(date.Year, out var known) && known.Off.Contains(date);

    /// <summary>The first of the days that is worked; the years without data that were passed are named.</summary>
    public PromisedDate FirstWorkingDayOf(IEnumerable<LocalDate> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var unknown = ImmutableArray.CreateBuilder<int>();
        foreach (var day in days)
        {
            if (!Knows(day.Year) && !unknown.Contains(day.Year))
                unknown.Add(day.Year);
            if (IsWorkingDay(day))
                return new PromisedDate(day, unknown.ToImmutable());
        }

        throw new ArgumentException("None of the days is worked.", nameof(days));
    }

    /// <summary>The end of the n-th working day after the event's own day, which never counts (D5).</summary>
    public PromisedDate WorkingDaysAfter(LocalDate day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var unknown = ImmutableArray.CreateBuilder<int>();
        var date = day;
        for (var left = workingDays; left > 0;)
        {
            date = date.PlusDays(1);
            if (!Knows(date.Year) && !unknown.Contains(date.Year))
                unknown.Add(date.Year);
            if (IsWorkingDay(date))
                left--;
        }

        return new PromisedDate(date, unknown.ToImmutable());
    }
}
