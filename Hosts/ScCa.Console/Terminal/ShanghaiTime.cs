using NodaTime;
using NodaTime.Text;

namespace ScCa.Console.Terminal;

/// <summary>Times as people here read and write them: in Shanghai. No time-zone data of the machine is needed, China has kept +08:00 since 1991.</summary>
internal static class ShanghaiTime
{
    private static readonly Offset Offset = Offset.FromHours(8);
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern MinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");
    private static readonly OffsetDateTimePattern SecondPattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    public static string Date(Instant instant) => DatePattern.Format(Local(instant).Date);

    public static string Date(LocalDate date) => DatePattern.Format(date);

    public static string Time(Instant instant) => TimePattern.Format(Local(instant).TimeOfDay);

    public static string Minute(Instant instant) => MinutePattern.Format(Local(instant));

    /// <summary>2026-01-05T09:00:00+08:00.</summary>
    public static string Iso(Instant instant) => SecondPattern.Format(instant.WithOffset(Offset));

    /// <summary>From <c>2026-01-05 09:00</c> in Shanghai; for texts of this program's own.</summary>
    public static Instant At(string minute) => MinutePattern.Parse(minute).Value.WithOffset(Offset).ToInstant();

    private static LocalDateTime Local(Instant instant) => instant.WithOffset(Offset).LocalDateTime;
}
