using NodaTime;

namespace ScCa.Issuance.Tests;

internal sealed class FixedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
