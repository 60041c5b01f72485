using NodaTime;

namespace ScCa.Domain;

/// <summary>Every calendar date of the business is a date in Shanghai.</summary>
public static class Shanghai
{
    // China has kept +08:00 without daylight saving since 1991, and an offset needs no time-zone database on the machine.
    private static readonly Offset Offset = Offset.FromHours(8);

    public static LocalDate DateOf(Instant instant) => instant.WithOffset(Offset).Date;

    public static LocalDateTime TimeOf(Instant instant) => instant.WithOffset(Offset).LocalDateTime;

    /// <summary>23:59:59 of the date, the last second a certificate or seal of that date is valid (C2).</summary>
    public static Instant LastSecondOf(LocalDate date) => StartOf(date.PlusDays(1)) - Duration.FromSeconds(1);

    public static Instant StartOf(LocalDate date) => date.AtMidnight().WithOffset(Offset).ToInstant();
}
