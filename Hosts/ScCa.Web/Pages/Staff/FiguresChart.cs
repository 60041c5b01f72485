using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ScCa.Application.Views;

namespace ScCa.Web.Pages.Staff;

/// <summary>A figure that can be drawn, by the name its text goes by.</summary>
internal sealed record FiguresMeasure(string Name, Func<FiguresRow, decimal> Of)
{
    public static ImmutableArray<FiguresMeasure> All { get; } =
    [
        new("Applied", r => r.Applied), new("Approved", r => r.Approved), new("Returned", r => r.Returned), new("Rejected", r => r.Rejected),
        new("Withdrawn", r => r.Withdrawn), new("Lapsed", r => r.Lapsed), new("Generations", r => r.Generations), new("Updated", r => r.Updated),
        new("Revoked", r => r.Revoked), new("Expired", r => r.Expired), new("Seals", r => r.Seals), new("Invoices", r => r.Invoices),
        new("Charged", r => decimal.Parse(r.Charged, CultureInfo.InvariantCulture)),
    ];

    public static FiguresMeasure Named(string? name) => All.FirstOrDefault(m => m.Name == name) ?? All[0];

    /// <summary>The figure of several rows together, as it is read: money with its two places.</summary>
    public string Sum(IEnumerable<FiguresRow> rows) => rows.Sum(Of).ToString(Name == "Charged" ? "0.00" : "0", CultureInfo.InvariantCulture);
}

/// <summary>A platform's part of a day's column.</summary>
internal sealed record ChartBar(decimal X, decimal Y, decimal Width, decimal Height, int Series, string Platform, LocalDate Day, decimal Value);

/// <summary>Columns of days, each made up of its platforms: plain geometry, drawn by the page without any script.</summary>
internal sealed record FiguresChart(
    ImmutableArray<string> Platforms, ImmutableArray<ChartBar> Bars, ImmutableArray<(decimal Y, decimal Value)> Lines, ImmutableArray<(decimal X, LocalDate Day)> Days)
{
    public const int Width = 960;
    public const int Height = 320;
    public const int Left = 64;
    public const int Bottom = 280;
    private const int Top = 16;
    private const int LinesMax = 5;
    private const int DayLabelsMax = 10;
    private const decimal BarShare = 0.7m;

    public static FiguresChart Of(IReadOnlyList<FiguresRow> rows, LocalDate from, LocalDate to, FiguresMeasure measure)
    {
        ImmutableArray<string> platforms = [.. rows.Select(r => r.Platform).Distinct().Order(StringComparer.Ordinal)];
        var days = Period.DaysBetween(from, to) + 1;
        var slot = (decimal)(Width - Left) / days;
        var step = Step(rows.GroupBy(r => r.Day).Select(day => day.Sum(measure.Of)).DefaultIfEmpty().Max());
        var bars = ImmutableArray.CreateBuilder<ChartBar>();
        foreach (var day in rows.GroupBy(r => r.Day))
        {
            var (x, y) = (Left + slot * (Period.DaysBetween(from, day.Key) + (1 - BarShare) / 2), (decimal)Bottom);
            foreach (var row in day.Where(r => measure.Of(r) > 0).OrderBy(r => r.Platform, StringComparer.Ordinal))
            {
                var height = measure.Of(row) / (step * LinesMax) * (Bottom - Top);
                y -= height;
                bars.Add(new ChartBar(x, y, slot * BarShare, height, platforms.IndexOf(row.Platform), row.Platform, row.Day, measure.Of(row)));
            }
        }

        var labels = (days + DayLabelsMax - 1) / DayLabelsMax;
        return new FiguresChart(
            platforms,
            bars.ToImmutable(),
            [.. Enumerable.Range(0, LinesMax + 1).Select(i => (Bottom - (decimal)i / LinesMax * (Bottom - Top), step * i))],
            [.. Enumerable.Range(0, days).Where(i => i % labels == 0).Select(i => (Left + slot * (i + 0.5m), from.PlusDays(i)))]);
    }

    /// <summary>A coordinate as SVG reads it, whatever the visitor's language.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // The smallest of 1, 2, 5, 10, 20, … five of which hold the tallest column.
    private static decimal Step(decimal tallest)
    {
        for (var power = 1m; ; power *= 10)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (step * LinesMax >= tallest)
                    return step;
            }
        }
    }
}
