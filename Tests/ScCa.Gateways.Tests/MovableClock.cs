using NodaTime;

namespace ScCa.Gateways.Tests;

internal sealed class MovableClock : IClock
{
    public Instant Now { get; set; } = FixedClock.Now;

    public Instant GetCurrentInstant() => Now;
}
