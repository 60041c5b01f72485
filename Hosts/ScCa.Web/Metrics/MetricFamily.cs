using System.Collections.Immutable;

namespace ScCa.Web.Metrics;

/// <summary>What a metric counts as.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One metric with all its series, as it stood when read.</summary>
internal sealed record MetricFamily(string Name, string Help, MetricKind Kind, ImmutableArray<MetricSeries> Series);

/// <summary>One combination of labels.</summary>
/// <param name="Value">The value; for a histogram, the sum of what was observed.</param>
/// <param name="Buckets">For a histogram, how much was observed within each bound, cumulated, the last one without a bound.</param>
internal sealed record MetricSeries(ImmutableArray<(string Name, string Value)> Labels, double Value, ImmutableArray<(double Bound, long Count)> Buckets);
