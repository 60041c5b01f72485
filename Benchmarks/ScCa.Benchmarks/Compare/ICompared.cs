namespace ScCa.Benchmarks.Compare;

/// <summary>How much work one measurement does.</summary>
public enum Effort
{
    /// <summary>Just enough to run every line; its figures mean nothing.</summary>
    Quick,

    Full,
}

/// <summary>What is measured, and which way is good.</summary>
public sealed record MeasuredUnit(string Name, bool HigherIsBetter)
{
    public static MeasuredUnit PerSecond(string what) => new($"{what}/s", HigherIsBetter: true);

    public static MeasuredUnit MillisecondsPer(string what) => new($"ms/{what}", HigherIsBetter: false);
}

/// <summary>Something of ours and its peer, doing the same work. A measurement prepares itself, checks that the work was done, and cleans up.</summary>
public interface ICompared
{
    /// <summary>The word behind <c>compare</c>.</summary>
    string Name { get; }

    /// <summary>One line: ours against which peer.</summary>
    string What { get; }

    MeasuredUnit Unit { get; }

    Task<double> Ours(Effort effort, CancellationToken cancellation);

    Task<double> Peer(Effort effort, CancellationToken cancellation);
}
