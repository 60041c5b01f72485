using System.Text.Json;
using NodaTime.Text;
using ScCa.Composition.Working;

namespace ScCa.Worker;

/// <summary>The report of <c>--once</c>, as one line of JSON.</summary>
internal sealed record RoundLine(string AsOf, long EventsWritten, int ExpiriesNoted, long LastPosition)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static RoundLine From(SingleRoundReport report) =>
        new(InstantPattern.General.Format(report.AsOf), report.EventsWritten, report.ExpiriesNoted, report.LastPosition);
}
