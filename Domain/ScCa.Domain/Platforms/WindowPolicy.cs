using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>From one hour of a day up to, and not including, another.</summary>
public sealed record OpeningHours(LocalTime From, LocalTime Until)
{
    public bool Contains(LocalTime time) => From <= time && time < Until;
}

/// <summary>A service window: where it is, on which weekdays and when it serves. Without hours it is booked by date.</summary>
/// <param name="Weekdays">The weekdays it serves; empty means every working day, make-up working days included. A named weekday off has no substitute.</param>
public sealed record WindowPolicy(
    WindowId Id,
    LocalizedText Name,
    LocalizedText Address,
    ImmutableArray<IsoDayOfWeek> Weekdays,
    ImmutableArray<OpeningHours> Hours)
{
    // A year has an opening; a window that has none within two has none at all.
    private const int SearchedDaysMax = 800;

    public bool IsOpenOn(LocalDate date, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        // A weekday that is named although it is never a working day, such as a Saturday, is served all the same, holidays excepted.
        return Weekdays.IsEmpty ? calendar.IsWorkingDay(date) : Weekdays.Contains(date.DayOfWeek) && !calendar.IsHoliday(date);
    }

    public bool IsOpenAt(LocalDateTime at, WorkingCalendar calendar) =>
        IsOpenOn(at.Date, calendar) && (Hours.IsEmpty || Hours.Any(h => h.Contains(at.TimeOfDay)));

    /// <summary>The next opening at or after the given time; null where there is none in sight.</summary>
    public LocalDateTime? NextOpening(LocalDateTime from, WorkingCalendar calendar)
    {
        for (var day = 0; day < SearchedDaysMax; day++)
        {
            var date = from.Date.PlusDays(day);
            if (!IsOpenOn(date, calendar))
                continue;
            if (Hours.IsEmpty)
                return date.AtMidnight();
            foreach (var hours in Hours)
            {
                var opening = date.At(hours.From);
                if (opening >= from)
                    return opening;
            }
        }

        return null;
    }
}
