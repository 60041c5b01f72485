using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Views;

namespace ScCa.Application.Sweeps;

/// <summary>What one night brought, by sweep.</summary>
public sealed record NightlyReport(ImmutableSortedDictionary<string, int> Counts)
{
    public int Expiries => Counts.GetValueOrDefault(ExpirySweep.SweepName);

    public override string ToString() => string.Join(", ", Counts.Select(c => $"{c.Key} {c.Value}"));
}

/// <summary>Everything that the passing of a day brings about, in turn; each sees what the one before has done.</summary>
public sealed class NightlySweep(IEnumerable<ISweep> sweeps, ViewRunner views)
{
    private readonly IReadOnlyList<ISweep> sweeps = [.. sweeps];

    public async Task<NightlyReport> Run(Instant asOf, CancellationToken cancellation)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var sweep in sweeps)
        {
            await views.CatchUp(cancellation).ConfigureAwait(false);
            counts.Add(sweep.Name, await sweep.Run(asOf, cancellation).ConfigureAwait(false));
        }

        return new NightlyReport(counts.ToImmutable());
    }
}
