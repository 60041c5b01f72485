using System.Globalization;
using System.Text;

namespace ScCa.Web.Metrics;

/// <summary>The Prometheus text exposition format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            // A family without a sample says nothing yet.
            if (family.Series.IsEmpty)
                continue;
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(EscapeHelp(family.Help)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(NameOf(family.Kind)).Append('\n');
            foreach (var series in family.Series)
                Append(text, family, series);
        }

        return text.ToString();
    }

    /// <summary>An OpenTelemetry name and unit as Prometheus names them: <c>scca.commands</c> in <c>s</c> is <c>scca_commands_seconds</c>.</summary>
    public static string NameOf(string instrument, string? unit, MetricKind kind)
    {
        var name = new StringBuilder(instrument.Length + 16);
        foreach (var c in instrument)
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        Suffix(name, UnitOf(unit));
        Suffix(name, kind == MetricKind.Counter ? "total" : "");
        return name.ToString();
    }

    private static void Append(StringBuilder text, MetricFamily family, MetricSeries series)
    {
        if (family.Kind != MetricKind.Histogram)
        {
            AppendSample(text, family.Name, series, null, series.Value);
            return;
        }

        foreach (var (bound, count) in series.Buckets)
            AppendSample(text, $"{family.Name}_bucket", series, Number(bound), count);
        AppendSample(text, $"{family.Name}_sum", series, null, series.Value);
        AppendSample(text, $"{family.Name}_count", series, null, series.Buckets[^1].Count);
    }

    private static void AppendSample(StringBuilder text, string name, MetricSeries series, string? bound, double value)
    {
        var labels = series.Labels.Select(l => $"{LabelName(l.Name)}=\"{EscapeLabel(l.Value)}\"");
        if (bound is not null)
            labels = labels.Append($"le=\"{bound}\"");
        var all = string.Join(',', labels);
        text.Append(name).Append(all.Length == 0 ? "" : $"{{{all}}}").Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string NameOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        _ => "histogram",
    };

    private static string UnitOf(string? unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        _ => "",
    };

    private static void Suffix(StringBuilder name, string suffix)
    {
        if (suffix.Length > 0 && !name.ToString().EndsWith($"_{suffix}", StringComparison.Ordinal))
            name.Append('_').Append(suffix);
    }

    private static string LabelName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string EscapeHelp(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string EscapeLabel(string text) => EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);
}
