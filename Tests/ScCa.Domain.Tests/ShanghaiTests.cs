using NodaTime;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests;

public sealed class ShanghaiTests
{
    [Theory]
    [InlineData("2026-01-08T15:59:59.999999999Z", "2026-01-08")]
    [InlineData("2026-01-08T16:00:00Z", "2026-01-09")]
    [InlineData("2024-02-28T16:00:00Z", "2024-02-29")]
    [InlineData("2024-02-29T15:59:59Z", "2024-02-29")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")]
    public void The_date_changes_at_16_00_UTC(string instant, string date) => Assert.Equal(Date(date), Shanghai.DateOf(At(instant)));

    [Fact, Trait("rule", "C2")]
    public void C2_A_date_ends_with_23_59_59()
    {
        Assert.Equal(At("2026-03-10T15:59:59Z"), Shanghai.LastSecondOf(Date("2026-03-10")));
        Assert.Equal(At("2024-02-29T15:59:59Z"), Shanghai.LastSecondOf(Date("2024-02-29")));
        Assert.Equal(At("2026-03-09T16:00:00Z"), Shanghai.StartOf(Date("2026-03-10")));
    }

    [Fact]
    public void No_second_lies_between_two_dates()
    {
        for (var day = Date("2023-12-31"); day < Date("2028-03-02"); day = day.PlusDays(1))
            Assert.Equal(Shanghai.StartOf(day.PlusDays(1)), Shanghai.LastSecondOf(day) + Duration.FromSeconds(1));
    }

    /// <summary>The fixed offset is what the time-zone database says for the whole time that matters.</summary>
    [Fact]
    public void The_offset_is_that_of_the_time_zone_database()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

        var interval = Assert.Single(zone.GetZoneIntervals(At("1992-01-01T00:00"), At("2100-01-01T00:00")));
        Assert.Equal(Offset.FromHours(8), interval.WallOffset);
    }
}
