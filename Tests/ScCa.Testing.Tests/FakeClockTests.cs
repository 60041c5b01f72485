using NodaTime;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class FakeClockTests
{
    [Fact]
    public void It_stands_still_until_it_is_told_to_move()
    {
        var clock = FakeClock.FromUtc(2026, 3, 10, 1);

        Assert.Equal(clock.GetCurrentInstant(), clock.GetCurrentInstant());
        Assert.Equal(Instant.FromUtc(2026, 3, 10, 1, 30), clock.Advance(Duration.FromMinutes(30)));
        Assert.Equal(Instant.FromUtc(2026, 3, 10, 1, 30), clock.GetCurrentInstant());

        clock.Set(Instant.FromUtc(2025, 1, 1, 0, 0));
        Assert.Equal(Instant.FromUtc(2025, 1, 1, 0, 0), clock.GetCurrentInstant());
    }

    [Fact]
    public void No_advance_of_many_threads_is_lost()
    {
        var clock = FakeClock.FromUtc(2026, 1, 1);

        Parallel.For(0, 10_000, _ => clock.Advance(Duration.FromTicks(1)));

        Assert.Equal(Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromTicks(10_000), clock.GetCurrentInstant());
    }
}
