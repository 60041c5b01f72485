using ScCa.Benchmarks.Compare;

namespace ScCa.Benchmarks.Stores;

/// <summary>Appends through the event store against bare inserts.</summary>
public sealed class AppendCompared : ICompared
{
    private const int QuickRowsPerCaller = 5;
    private const int FullRowsPerCaller = 800;

    private readonly Dictionary<Effort, AppendWorkload> workloads = [];

    public string Name => "append";

    public string What =>
        $"SQLite event store: {AppendWorkload.Callers} callers, one event an append, each durable when answered; peer: bare inserts, 1,000 rows a transaction";

    public MeasuredUnit Unit { get; } = MeasuredUnit.PerSecond("rows");

    public Task<double> Ours(Effort effort, CancellationToken cancellation) => StoreAppends.RowsPerSecond(Workload(effort), cancellation);

    public Task<double> Peer(Effort effort, CancellationToken cancellation) => PlainInserts.RowsPerSecond(Workload(effort), cancellation);

    private AppendWorkload Workload(Effort effort)
    {
        if (!workloads.TryGetValue(effort, out var workload))
        {
            workloads[effort] = workload = new(effort == Effort.Quick ? QuickRowsPerCaller : FullRowsPerCaller);
        }

        return workload;
    }
}
