using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Events;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>A year's calendar as people write it.</summary>
/// <param name="Source">Who announced it, and when.</param>
/// <param name="Off">Days off: single dates, or first and last date with a slash between.</param>
/// <param name="Work">Make-up working days, in the same form.</param>
internal sealed record HolidayFile(int Year, string Source, ImmutableArray<string> Off, ImmutableArray<string> Work)
{
    public static HolidayYear Read(string file, byte[] json)
    {
        try
        {
            var year = JsonSerializer.Deserialize<HolidayFile>(json, StoredJson.Options) ?? throw new JsonException("null");
            return new HolidayYear(year.Year, year.Days(file, "$.off", year.Off), year.Days(file, "$.work", year.Work));
        }
        catch (JsonException reason)
        {
            throw new PolicyInvalidException([PolicyReading.Unreadable(file, reason)]);
        }
    }

    private ImmutableHashSet<LocalDate> Days(string file, string path, ImmutableArray<string> ranges)
    {
        var days = ImmutableHashSet.CreateBuilder<LocalDate>();
        foreach (var (index, range) in ranges.Index())
        {
            if (range is null)
                throw new PolicyInvalidException([PolicyFault.Of(file, $"{path}[{index}]", "null-item")]);
            var ends = range.Split('/');
            var (first, last) = (Day(file, path, ends[0]), Day(file, path, ends[^1]));
            if (ends.Length > 2 || first > last || first.Year != Year || last.Year != Year)
                throw new PolicyInvalidException([PolicyFault.Of(file, path, "span", ("given", range), ("year", $"{Year}"))]);
            for (var day = first; day <= last; day = day.PlusDays(1))
                days.Add(day);
        }

        return days.ToImmutable();
    }

    private static LocalDate Day(string file, string path, string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } day
        ? day.Value
        : throw new PolicyInvalidException([PolicyFault.Of(file, path, "day", ("given", text))]);
}
