using NodaTime;

namespace ScCa.Application.Sweeps;

/// <summary>
/// Something the passing of time brings about. Run late, twice or after a crash half-way, it leaves the same events: its commands and messages carry ids
/// made from what fell due, not from when it was noticed.
/// </summary>
public interface ISweep
{
    string Name { get; }

    /// <summary>Does what has fallen due by the instant; answers with how much was new.</summary>
    Task<int> Run(Instant asOf, CancellationToken cancellation);
}
