using NodaTime;
using NodaTime.Text;

namespace ScCa.Application.Views;

/// <summary>Texts that sort as what they stand for.</summary>
internal static class SortKeys
{
    // Always nine digits of a second: a shorter fraction would sort after a longer one.
    private static readonly InstantPattern InstantSort = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.fffffffff'Z'");

    public static string Of(Instant instant) => InstantSort.Format(instant);

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
