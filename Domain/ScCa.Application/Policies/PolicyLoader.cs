using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Events;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>Policy or calendar data that cannot be used: which file, where in it, and why.</summary>
public sealed class PolicyInvalidException(string file, string path, string reason, Exception? inner = null)
    : Exception($"{file}: {path}: {reason}", inner)
{
    public string File { get; } = file;

    public string Path { get; } = path;

    public string Reason { get; } = reason;
}

/// <summary>Reads policies and calendars, all or none.</summary>
public static class PolicyLoader
{
    private const string PolicyFolder = "Platforms/Policies/";
    private const string HolidayFolder = "Platforms/Holidays/";

    /// <summary>The policies and calendars that ship with the domain.</summary>
    public static PolicyBook LoadShipped()
    {
        var assembly = typeof(PolicyBook).Assembly;
        return Load(Resources(assembly, PolicyFolder), Resources(assembly, HolidayFolder));
    }

    public static PolicyBook Load(IEnumerable<(string File, byte[] Json)> policies, IEnumerable<(string File, byte[] Json)> holidays)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(holidays);
        var read = policies.Select(p => PolicyCheck.Checked(p.File, Read<PlatformPolicy>(p.File, p.Json))).ToImmutableArray();
        PolicyCheck.EachVersionOnce(read);
        return new PolicyBook(read, new WorkingCalendar(holidays.Select(h => Year(h.File, Read<HolidayFile>(h.File, h.Json)))));
    }

    private static IEnumerable<(string File, byte[] Json)> Resources(Assembly assembly, string folder)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            yield return (name, json);
        }
    }

    private static T Read<T>(string file, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, StoredJson.Options) ?? throw new PolicyInvalidException(file, "$", "null is not a policy.");
        }
        catch (JsonException reason)
        {
            throw new PolicyInvalidException(file, reason.Path ?? "$", reason.Message, reason);
        }
    }

    private static HolidayYear Year(string file, HolidayFile year) => new(year.Year, Days(file, "$.off", year, year.Off), Days(file, "$.work", year, year.Work));

    private static ImmutableHashSet<LocalDate> Days(string file, string path, HolidayFile year, ImmutableArray<string> ranges)
    {
        var days = ImmutableHashSet.CreateBuilder<LocalDate>();
        foreach (var range in ranges)
        {
            var ends = range.Split('/');
            var (first, last) = (Day(file, path, ends[0]), Day(file, path, ends[^1]));
            if (ends.Length > 2 || first > last || first.Year != year.Year || last.Year != year.Year)
                throw new PolicyInvalidException(file, path, $"'{range}' is not a day, or a span of days, of {year.Year}.");
            for (var day = first; day <= last; day = day.PlusDays(1))
                days.Add(day);
        }

        return days.ToImmutable();
    }

    private static LocalDate Day(string file, string path, string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } day
        ? day.Value
        : throw new PolicyInvalidException(file, path, $"'{text}' is not a date such as 2026-01-05.");

    /// <param name="Source">Who announced it, and when.</param>
    /// <param name="Off">Days off: single dates, or first and last date with a slash between.</param>
    /// <param name="Work">Make-up working days, in the same form.</param>
    private sealed record HolidayFile(int Year, string Source, ImmutableArray<string> Off, ImmutableArray<string> Work);
}
