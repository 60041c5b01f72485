namespace ScCa.Benchmarks.Compare;

/// <summary>One measurement of each side, taken right after one another.</summary>
public readonly record struct MeasuredPair(double Ours, double Peer);

/// <summary>
/// Measures both sides in pairs, each pair in the other order than the one before, so that a machine that warms up, slows down or has a neighbour weighs
/// on both sides alike. A first pair is thrown away: it pays for compilation and cold caches.
/// </summary>
public static class AlternatingPairs
{
    public const int PairsMin = 5;

    public static async Task<Comparison> Run(ICompared compared, int pairs, Effort effort, Action<string> tell, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, PairsMin);
        await Measure(compared, oursFirst: true, effort, cancellation);
        var measured = new List<MeasuredPair>();
        for (var n = 0; n < pairs; n++)
        {
            var pair = await Measure(compared, oursFirst: n % 2 == 0, effort, cancellation);
            measured.Add(pair);
            tell(FormattableString.Invariant($"pair {n + 1}: ours {pair.Ours:N1}, peer {pair.Peer:N1} {compared.Unit.Name}"));
        }

        return Comparison.Of(compared.Name, compared.Unit, measured);
    }

    private static async Task<MeasuredPair> Measure(ICompared compared, bool oursFirst, Effort effort, CancellationToken cancellation)
    {
        if (oursFirst)
        {
            var ours = await compared.Ours(effort, cancellation);
            return new(ours, await compared.Peer(effort, cancellation));
        }

        var peer = await compared.Peer(effort, cancellation);
        return new(await compared.Ours(effort, cancellation), peer);
    }
}
