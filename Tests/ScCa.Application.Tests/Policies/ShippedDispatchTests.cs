using NodaTime;
using NodaTime.Text;
using ScCa.Application.Policies;
using ScCa.Domain;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>When keys are posted, by the policies and calendars that ship.</summary>
public sealed class ShippedDispatchTests
{
    private static readonly PolicyBook Book = PolicyLoader.LoadShipped();

    [Theory, Trait("rule", "D1")]
    [InlineData(18, "2025-09-26", "2025-09-29")]
    [InlineData(19, "2025-09-30", "2025-10-10")]
    [InlineData(20, "2025-11-16", "2025-11-18")]
    [InlineData(21, "2025-12-31", "2026-01-05")]
    [InlineData(22, "2026-02-12", "2026-02-14")]
    [InlineData(22, "2026-02-13", "2026-02-24")]
    [InlineData(23, "2026-09-24", "2026-09-29")]
    [InlineData(24, "2026-10-10", "2026-10-13")]
    public void Examples_18_to_24_D1_A_new_key_is_posted_within_two_working_days(int example, string verified, string postedBy)
    {
        Assert.InRange(example, 18, 24);
        Assert.All(WithinDays(), days => Assert.Equal(new PromisedDate(Date(postedBy), []), Book.Calendar.WorkingDaysAfter(Date(verified), days)));
    }

    [Fact, Trait("rule", "D1")]
    public void Example_25_D1_A_year_without_calendar_is_said() => Assert.All(
        WithinDays(), days => Assert.Equal(new PromisedDate(Date("2027-01-01"), [2027]), Book.Calendar.WorkingDaysAfter(Date("2026-12-30"), days)));

    [Theory, Trait("rule", "D2")]
    [InlineData(26, "2025-09-25", "2025-09-26")]
    [InlineData(27, "2025-09-26", "2025-10-10")]
    [InlineData(27, "2025-09-28", "2025-10-10")]
    [InlineData(28, "2025-12-31", "2026-01-09")]
    [InlineData(29, "2026-02-13", "2026-02-27")]
    [InlineData(30, "2026-06-17", "2026-06-26")]
    [InlineData(31, "2026-09-18", "2026-10-09")]
    [InlineData(31, "2026-09-22", "2026-10-09")]
    public void Examples_26_to_31_D2_Completed_until_thursday_a_key_goes_on_friday(int example, string completed, string posted)
    {
        Assert.InRange(example, 26, 31);
        Assert.Equal(new PromisedDate(Date(posted), []), Weekly().PostedOn(Date(completed), Book.Calendar));
    }

    [Fact, Trait("rule", "D2")]
    public void Example_32_D2_It_is_the_day_in_shanghai_that_counts()
    {
        var completed = Shanghai.DateOf(InstantPattern.ExtendedIso.Parse("2025-11-06T16:30:00Z").Value);

        Assert.Equal(new PromisedDate(Date("2025-11-14"), []), Weekly().PostedOn(completed, Book.Calendar));
    }

    [Theory, Trait("rule", "D2")]
    [InlineData("2025-11-06", "2025-11-07")]
    [InlineData("2025-11-07", "2025-11-14")]
    public void Example_33_D2_The_role_account_is_awaited_as_the_completion_is(string appliedFor, string posted)
    {
        Assert.True(Weekly().AwaitsRoleAccount);
        Assert.Equal(
            new PromisedDate(Date(posted), []), Weekly().PostedOn(LocalDate.Max(Date("2025-11-05"), Date(appliedFor)), Book.Calendar));
    }

    [Fact, Trait("rule", "D3")]
    public void D3_Nothing_else_is_posted()
    {
        var posted = from policy in Book.Policies
                     from service in policy.Services
                     from way in service.Ways
                     where way.Dispatch is not null
                     select $"{policy.Id} {service.Operation} {way.Channel}";

        Assert.Equal(
            [
                "gov-procurement New Online", "hrss New Mail", "hrss New Online", "pharma-procurement New Online", "pharma-procurement New Window",
                "public-resources New Online", "rural-property New Online",
            ],
            posted.Distinct().Order(StringComparer.Ordinal));
    }

    private static List<int> WithinDays()
    {
        var days = Ways().Select(w => w.Dispatch?.WithinWorkingDays).OfType<int>().ToList();
        Assert.NotEmpty(days);
        return days;
    }

    private static WeeklyDispatch Weekly() => Ways().Select(w => w.Dispatch?.Weekly).OfType<WeeklyDispatch>().Distinct().Single();

    private static IEnumerable<WayPolicy> Ways() => Book.Policies.SelectMany(p => p.Services).SelectMany(s => s.Ways);

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
