using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using ScCa.Application;

namespace ScCa.Web.Metrics;

/// <summary>Listens to the system's meter and to the platform's own, and keeps what they measured until somebody reads it.</summary>
internal sealed class MetricsRecorder : IDisposable
{
    private static readonly FrozenSet<string> Meters =
        new[]
        {
            Telemetry.Name, "ScCa.Stores.Sqlite", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        }.ToFrozenSet(StringComparer.Ordinal);

    private readonly MeterListener listener = new();
    private readonly Lock reading = new();

    // By name: two instruments of one name are one metric.
    private readonly ConcurrentDictionary<string, RecordedInstrument> instruments = new(StringComparer.Ordinal);

    public MetricsRecorder()
    {
        listener.InstrumentPublished = (instrument, subscription) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                subscription.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument.Name, _ => new RecordedInstrument(instrument)));
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.Start();
    }

    public IReadOnlyList<MetricFamily> Read()
    {
        lock (reading)
            listener.RecordObservableInstruments();
        return [.. instruments.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value.Read())];
    }

    public void Dispose() => listener.Dispose();

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => ((RecordedInstrument)state!).Record(value, tags);
}
