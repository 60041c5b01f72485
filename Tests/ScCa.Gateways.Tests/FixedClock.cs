using NodaTime;

namespace ScCa.Gateways.Tests;

internal sealed class FixedClock : IClock
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 2, 30, 15);

    public Instant GetCurrentInstant() => Now;
}
