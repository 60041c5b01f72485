using System.Diagnostics;

namespace ScCa.Benchmarks.Compare;

/// <summary>The same work by ours and by a peer, done over and over for a while; one thread.</summary>
/// <param name="perCall">How many of the unit one call does.</param>
/// <param name="ours">Prepares, and gives back what is measured; it checks its work itself.</param>
public sealed class RateCompared(string name, string what, MeasuredUnit unit, double perCall, Func<Action> ours, Func<Action> peer) : ICompared
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);

    private readonly Lazy<Action> ours = new(ours);
    private readonly Lazy<Action> peer = new(peer);

    public string Name => name;

    public string What => what;

    public MeasuredUnit Unit => unit;

    public Task<double> Ours(Effort effort, CancellationToken cancellation) => Task.FromResult(PerSecond(ours.Value, effort));

    public Task<double> Peer(Effort effort, CancellationToken cancellation) => Task.FromResult(PerSecond(peer.Value, effort));

    private double PerSecond(Action action, Effort effort)
    {
        if (effort == Effort.Quick)
            return Run(action, TimeSpan.Zero);
        Run(action, WarmUp);
        return Run(action, Measured);
    }

    private double Run(Action action, TimeSpan atLeast)
    {
        var began = Stopwatch.GetTimestamp();
        var calls = 0;
        TimeSpan elapsed;
        do
        {
            action();
            calls++;
            elapsed = Stopwatch.GetElapsedTime(began);
        }
        while (elapsed < atLeast);
        return calls * perCall / elapsed.TotalSeconds;
    }
}
