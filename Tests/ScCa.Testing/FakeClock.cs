using NodaTime;

namespace ScCa.Testing;

/// <summary>A clock that stands still until it is told to move; safe from any thread.</summary>
public sealed class FakeClock(Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    /// <summary>Starts at an instant written as UTC.</summary>
    public static FakeClock FromUtc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(Instant.FromUtc(year, month, day, hour, minute, second));

    public Instant GetCurrentInstant()
    {
        lock (gate)
            return now;
    }

    /// <summary>Moves to an instant, forwards or back: a clock that is wrong is part of what is tested.</summary>
    public void Set(Instant instant)
    {
        lock (gate)
            now = instant;
    }

    /// <summary>Moves by a duration and answers with the new time.</summary>
    public Instant Advance(Duration duration)
    {
        lock (gate)
            return now += duration;
    }
}
