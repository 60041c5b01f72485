using System.Diagnostics;

namespace ScCa.Testing;

/// <summary>How long a failing case is made smaller: steps may be slow and smaller cases many, and a failure that is never told helps nobody.</summary>
internal sealed class Patience(TimeSpan lasts)
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private Stopwatch? since;

    /// <summary>The smaller cases, as long as there is time for them since the first was asked for.</summary>
    public IEnumerable<T> While<T>(IEnumerable<T> smaller)
    {
        since ??= Stopwatch.StartNew();
        return smaller.TakeWhile(_ => since.Elapsed < lasts);
    }
}
