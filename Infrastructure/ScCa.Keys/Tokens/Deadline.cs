using System.Diagnostics;

namespace ScCa.Keys.Tokens;

/// <summary>Until when an operation may wait for others, over all the places where it waits.</summary>
internal readonly struct Deadline
{
    private readonly long end;

    private Deadline(long end) => this.end = end;

    public TimeSpan Left => Stopwatch.GetTimestamp() is var now && now < end ? Stopwatch.GetElapsedTime(now, end) : TimeSpan.Zero;

    public static Deadline In(TimeSpan time) => new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
}
