using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ScCa.Benchmarks.Compare;

/// <param name="Ours">Median of our measurements.</param>
/// <param name="Peer">Median of the peer's.</param>
/// <param name="Ratio">Median of the pairs' ratios; above 1 ours is better, whichever way the unit counts.</param>
/// <param name="Spread">Greatest less least of the pairs' ratios.</param>
public sealed record Comparison(string Name, double Ours, double Peer, MeasuredUnit Unit, double Ratio, double Spread)
{
    public static Comparison Of(string name, MeasuredUnit unit, IReadOnlyCollection<MeasuredPair> pairs)
    {
        if (pairs.Any(pair => !(pair is { Ours: > 0, Peer: > 0 } && double.IsFinite(pair.Ours) && double.IsFinite(pair.Peer))))
        {
            throw new ArgumentException("A measurement is a positive number.", nameof(pairs));
        }

        var ratios = pairs.Select(pair => unit.HigherIsBetter ? pair.Ours / pair.Peer : pair.Peer / pair.Ours).ToList();
        return new(name, Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Peer)), unit, Median(ratios), ratios.Max() - ratios.Min());
    }

    /// <summary>One line for programs.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", Name);
            json.WriteNumber("ours", Math.Round(Ours, 3));
            json.WriteNumber("peer", Math.Round(Peer, 3));
            json.WriteString("unit", Unit.Name);
            json.WriteNumber("ratio", Math.Round(Ratio, 3));
            json.WriteNumber("spread", Math.Round(Spread, 3));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: ours {Ours:N1}, peer {Peer:N1} {Unit.Name}; ratio {Ratio:N2} (above 1: ours is better), spread {Spread:N2}");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
