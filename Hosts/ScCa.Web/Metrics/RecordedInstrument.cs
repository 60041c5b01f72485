using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace ScCa.Web.Metrics;

/// <summary>Everything one instrument has measured. Safe from any thread.</summary>
internal sealed class RecordedInstrument
{
    // Labels come from code, not from visitors; this only keeps a mistake from eating the memory.
    private const int SeriesMax = 1000;

    // Seconds, where the instrument advises nothing of its own.
    private static readonly ImmutableArray<double> DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Series> series = new(StringComparer.Ordinal);
    private readonly string name;
    private readonly string help;
    private readonly MetricKind kind;
    private readonly bool replaces;
    private readonly ImmutableArray<double> bounds;

    public RecordedInstrument(Instrument instrument)
    {
        var generic = instrument.GetType().GetGenericTypeDefinition();
        kind = generic == typeof(Histogram<>) ? MetricKind.Histogram
            : generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
        // An observed value is the whole, a counted one adds.
        replaces = instrument.IsObservable || generic == typeof(Gauge<>);
        name = PrometheusText.NameOf(instrument.Name, instrument.Unit, kind);
        help = instrument.Description ?? instrument.Name;
        bounds = kind == MetricKind.Histogram ? BoundsOf(instrument) : [];
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        var key = string.Join('\u0001', labels.Select(l => $"{l.Name}\u0002{l.Value}"));
        lock (gate)
        {
            if (!series.TryGetValue(key, out var one))
            {
                if (series.Count == SeriesMax)
                    return;
                series.Add(key, one = new Series(labels, bounds.Length));
            }

            one.Value = replaces ? value : one.Value + value;
            if (kind == MetricKind.Histogram)
                one.Counts[BucketOf(value)]++;
        }
    }

    public MetricFamily Read()
    {
        lock (gate)
            return new MetricFamily(name, help, kind, [.. series.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Read(s.Value))]);
    }

    private MetricSeries Read(Series one)
    {
        if (kind != MetricKind.Histogram)
            return new MetricSeries(one.Labels, one.Value, []);
        var buckets = ImmutableArray.CreateBuilder<(double, long)>(one.Counts.Length);
        long within = 0;
        for (var i = 0; i < one.Counts.Length; i++)
        {
            within += one.Counts[i];
            buckets.Add((i < bounds.Length ? bounds[i] : double.PositiveInfinity, within));
        }

        return new MetricSeries(one.Labels, one.Value, buckets.MoveToImmutable());
    }

    private int BucketOf(double value)
    {
        var i = 0;
        while (i < bounds.Length && value > bounds[i])
            i++;
        return i;
    }

    private static ImmutableArray<(string Name, string Value)> Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<(string Name, string Value)>(tags.Length);
        foreach (var (label, value) in tags)
            labels.Add((label, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        labels.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. labels];
    }

    private static ImmutableArray<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised.Select(b => (double)b)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised.Select(b => (double)b)],
        _ => DefaultBounds,
    };

    private sealed class Series(ImmutableArray<(string Name, string Value)> labels, int bounds)
    {
        public ImmutableArray<(string Name, string Value)> Labels { get; } = labels;

        public double Value { get; set; }

        public long[] Counts { get; } = new long[bounds + 1];
    }
}
