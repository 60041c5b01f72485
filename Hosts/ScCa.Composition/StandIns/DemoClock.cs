using System.Globalization;
using NodaTime;

namespace ScCa.Composition.StandIns;

/// <summary>
/// A demonstration's clock: another clock, moved ahead. It never goes back, because the history does not either; how far ahead it is outlives a restart.
/// </summary>
internal sealed class DemoClock(IClock beneath, string file) : IClock
{
    private readonly Lock moving = new();
    private long aheadTicks = File.Exists(file) ? long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : 0;

    public Instant GetCurrentInstant() => beneath.GetCurrentInstant() + Duration.FromTicks(Interlocked.Read(ref aheadTicks));

    public void MoveTo(Instant instant)
    {
        lock (moving)
        {
            var ahead = (long)(instant - beneath.GetCurrentInstant()).TotalTicks;
            if (ahead <= aheadTicks)
                return;
            File.WriteAllText(file, ahead.ToString(CultureInfo.InvariantCulture));
            Interlocked.Exchange(ref aheadTicks, ahead);
        }
    }
}

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock(Instant at) : IClock
{
    public Instant GetCurrentInstant() => at;
}
