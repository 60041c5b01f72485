using System.Diagnostics.Metrics;
using ScCa.Web.Metrics;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Labels_and_help_are_escaped() => Assert.Equal(
        "# HELP a_total back\\\\slash\\nline\n# TYPE a_total counter\na_total{k_1=\"q\\\"\\\\\\n\"} 2.5\n",
        PrometheusText.Write([new MetricFamily("a_total", "back\\slash\nline", MetricKind.Counter, [new MetricSeries([("k.1", "q\"\\\n")], 2.5, [])])]));

    [Fact]
    public void A_histogram_has_cumulated_buckets_a_sum_and_a_count() => Assert.Equal(
        """
        # HELP h_seconds h
        # TYPE h_seconds histogram
        h_seconds_bucket{le="0.5"} 1
        h_seconds_bucket{le="+Inf"} 3
        h_seconds_sum 7.25
        h_seconds_count 3

        """.ReplaceLineEndings("\n"),
        PrometheusText.Write([new MetricFamily("h_seconds", "h", MetricKind.Histogram, [new MetricSeries([], 7.25, [(0.5, 1), (double.PositiveInfinity, 3)])])]));

    [Fact]
    public void A_metric_without_a_sample_is_left_out() => Assert.Empty(PrometheusText.Write([new MetricFamily("a", "a", MetricKind.Gauge, [])]));

    [Theory]
    [InlineData("scca.commands", "s", "Histogram", "scca_commands_seconds")]
    [InlineData("scca.conflicts", null, "Counter", "scca_conflicts_total")]
    [InlineData("dotnet.gc.heap.total_allocated", "By", "Counter", "dotnet_gc_heap_total_allocated_bytes_total")]
    [InlineData("kestrel.active_connections", "{connection}", "Gauge", "kestrel_active_connections")]
    [InlineData("time.seconds", "s", "Gauge", "time_seconds")]
    public void Names_carry_their_unit_and_counters_say_total(string instrument, string? unit, string kind, string name) =>
        Assert.Equal(name, PrometheusText.NameOf(instrument, unit, Enum.Parse<MetricKind>(kind)));

    [Fact]
    public void An_instrument_adds_what_is_counted_and_sorts_what_is_measured_into_its_buckets()
    {
        using var meter = new Meter("test");
        var counter = new RecordedInstrument(meter.CreateCounter<long>("c"));
        counter.Record(2, [new("b", 1), new("a", "x")]);
        counter.Record(3, [new("a", "x"), new("b", 1)]);
        var histogram = new RecordedInstrument(meter.CreateHistogram("h", null, null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] }));
        foreach (var value in new[] { 0.5, 1, 1.5, 9 })
            histogram.Record(value, []);

        Assert.Equal("c_total{a=\"x\",b=\"1\"} 5", PrometheusText.Write([counter.Read()]).TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal([(1d, 2L), (2d, 3L), (double.PositiveInfinity, 4L)], Assert.Single(histogram.Read().Series).Buckets);
    }

    [Fact]
    public void An_observed_value_replaces_the_one_before()
    {
        using var meter = new Meter("test");
        var observed = new RecordedInstrument(meter.CreateObservableCounter("o", () => 0L));
        observed.Record(5, []);
        observed.Record(7, []);

        Assert.Equal(7, Assert.Single(observed.Read().Series).Value);
    }
}
