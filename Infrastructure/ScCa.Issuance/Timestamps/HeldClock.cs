using NodaTime;
using ScCa.Pki.Timestamps;

namespace ScCa.Issuance.Timestamps;

/// <summary>This machine's clock, as accurate as its operator says it is kept.</summary>
public sealed class HeldClock(IClock clock, TimeSpan accuracy) : IClockSource
{
    public string Name => "machine";

    public ClockReading? Read() => new ClockReading(clock.GetCurrentInstant().ToDateTimeOffset(), accuracy);
}
