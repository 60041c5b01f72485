using System.Diagnostics;
using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Stores;

namespace ScCa.Benchmarks.Issuing;

/// <summary>Certificates issued durably, from the command to the last event, against bare inserts of the events that come of it.</summary>
public sealed class IssueDurableCompared : ICompared
{
    private const int QuickPerCaller = 1;
    private const int FullPerCaller = 80;

    private readonly Dictionary<Effort, Peers> peers = [];

    public string Name => "issue-durable";

    public string What =>
        $"certificates issued by {IssuingSystem.Callers} callers, intent and result durable; peer: the same events inserted bare, {IssuingSystem.Callers} certificates a transaction, two transactions each";

    public MeasuredUnit Unit { get; } = MeasuredUnit.PerSecond("certificates");

    public async Task<double> Ours(Effort effort, CancellationToken cancellation)
    {
        await using var system = await IssuingSystem.WithReady(PerCaller(effort), cancellation);
        var started = Stopwatch.GetTimestamp();
        await system.IssueAll(cancellation);
        var taken = Stopwatch.GetElapsedTime(started);
        peers.TryAdd(effort, new Peers(system.Applications, await system.Written(cancellation)));
        return system.Count / taken.TotalSeconds;
    }

    public async Task<double> Peer(Effort effort, CancellationToken cancellation)
    {
        if (!peers.ContainsKey(effort))
        {
            // The peer writes what ours has written.
            await Ours(effort, cancellation);
        }

        return await peers[effort].CertificatesPerSecond(cancellation);
    }

    private static int PerCaller(Effort effort) => effort == Effort.Quick ? QuickPerCaller : FullPerCaller;

    /// <summary>As many certificates in a transaction as ours has callers: first all their intents, then all their results.</summary>
    private sealed record Peers(
        IReadOnlyList<IReadOnlyList<WorkloadRow>> Applications, IReadOnlyList<(IReadOnlyList<WorkloadRow> Intent, IReadOnlyList<WorkloadRow> Result)> Written)
    {
        public async Task<double> CertificatesPerSecond(CancellationToken cancellation)
        {
            using var folder = new TemporaryFolder();
            using var tables = await BareTables.In(folder.Path);
            tables.Write(Applications.SelectMany(rows => rows));

            var started = Stopwatch.GetTimestamp();
            foreach (var some in Written.Chunk(IssuingSystem.Callers))
            {
                cancellation.ThrowIfCancellationRequested();
                tables.Write(some.SelectMany(rows => rows.Intent));
                tables.Write(some.SelectMany(rows => rows.Result));
            }

            var taken = Stopwatch.GetElapsedTime(started);
            return tables.Count == Applications.Sum(rows => rows.Count) + Written.Sum(w => w.Intent.Count + w.Result.Count)
                ? Written.Count / taken.TotalSeconds
                : throw new InvalidOperationException("The table does not hold what was inserted.");
        }
    }
}
