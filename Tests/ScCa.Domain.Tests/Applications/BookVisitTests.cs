using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class BookVisitTests
{
    [Fact, Trait("rule", "W1")]
    public void W1_A_later_booking_takes_the_place_of_an_earlier_one() => StepLives.VisitBooked
        .When(StepCommands.Book(StepPolicies.NewRiver, Local("2025-03-10T13:00")))
        .Then(new VisitBooked(1, StepPolicies.NewRiver, Local("2025-03-10T13:00"), ReviewedAt))
        .When(StepCommands.Book(StepPolicies.South, Local("2025-03-10T09:00")))
        .ThenState(state => Assert.Equal(new Visit(StepPolicies.South, Local("2025-03-10T09:00")), state.Open!.Visit));

    [Theory, Trait("rule", "W1")]
    [InlineData(36, "new-river", "2025-11-12T12:30", "2025-11-12 13:00")]
    [InlineData(37, "south", "2026-02-13T17:30", "2026-02-14 09:00")]
    [InlineData(37, "south", "2026-02-15T10:00", "2026-02-24 09:00")]
    public void Examples_36_37_W1_Outside_its_hours_a_window_names_its_next_opening(int example, string window, string visit, string next)
    {
        Assert.InRange(example, 36, 37);
        StepLives.VisitUnderReview.When(StepCommands.Book(new WindowId(window), Local(visit))).ThenRefused("W1", "WindowClosed", ("nextOpening", next));
    }

    [Theory, Trait("rule", "W1")]
    [InlineData("south", "2025-10-11T10:00")] // Example 38: a Saturday that is worked
    [InlineData("south", "2026-02-14T09:00")]
    [InlineData("south", "2026-02-13T17:29:59")]
    [InlineData("new-river", "2025-11-12T11:59:59")]
    [InlineData("new-river", "2025-11-12T13:00")]
    [InlineData("tuesdays", "2025-10-14T00:00")]
    [InlineData("tuesdays", "2026-02-24T23:59:59")]
    public void Example_38_W1_Within_its_hours_a_visit_is_booked(string window, string visit) => StepLives.VisitUnderReview
        .When(StepCommands.Book(new WindowId(window), Local(visit)))
        .Then(new VisitBooked(1, new WindowId(window), Local(visit), ReviewedAt));

    [Theory, Trait("rule", "W1")]
    [InlineData("south", "2025-11-12T08:59:59", "2025-11-12 09:00")]
    [InlineData("new-river", "2025-11-12T12:00", "2025-11-12 13:00")]
    [InlineData("new-river", "2025-11-12T17:30", "2025-11-13 09:00")]
    public void W1_Hours_are_half_open(string window, string visit, string next) => StepLives.VisitUnderReview
        .When(StepCommands.Book(new WindowId(window), Local(visit)))
        .ThenRefused("W1", "WindowClosed", ("nextOpening", next));

    [Theory, Trait("rule", "W1")]
    [InlineData("2025-10-07T10:00", "2025-10-14")] // Example 35
    [InlineData("2026-02-17T10:00", "2026-02-24")] // Example 35
    [InlineData("2025-09-28T10:00", "2025-09-30")] // a Sunday that is worked is no Tuesday
    public void Example_35_W1_A_window_whose_hours_are_not_published_names_its_next_day_and_no_hour(string visit, string next) => StepLives.VisitUnderReview
        .When(StepCommands.Book(StepPolicies.Tuesdays, Local(visit)))
        .ThenRefused("W1", "WindowServesAnotherDay", ("nextDay", next));

    [Fact, Trait("rule", "W1")]
    public void W1_A_window_without_any_opening_names_none() => StepLives.VisitUnderReview
        .When(StepCommands.Book(StepPolicies.Shut, Local("2025-03-10T10:00")))
        .ThenRefused("W1", "WindowServesAnotherDay", ("nextDay", "—"));

    [Fact, Trait("rule", "W1")]
    public void W1_A_window_that_the_platform_does_not_have_is_refused_by_name() => StepLives.VisitUnderReview
        .When(StepCommands.Book(new WindowId("nowhere"), Local("2025-03-10T10:00")))
        .ThenRefused("W1", "WindowNotKnown", ("platform", "@平台papers|Platform papers"), ("window", "nowhere"));

    [Fact, Trait("rule", "W1")]
    public void W1_A_visit_lies_ahead_by_the_clock_of_Shanghai()
    {
        StepLives.VisitUnderReview.When(StepCommands.Book(StepPolicies.South, Local("2025-03-06T09:59:59"))).ThenRefused("W1", "VisitInThePast");
        StepLives.VisitUnderReview.When(StepCommands.Book(StepPolicies.South, Local("2025-03-06T10:00"))).ThenState(_ => { });
    }

    [Fact, Trait("rule", "W1")]
    public void W1_Only_what_is_handed_in_for_a_window_needs_a_visit() => StepLives.PapersUnderReview
        .When(StepCommands.Book(StepPolicies.South, Local("2025-03-05T10:00")))
        .ThenRefused("W1", "NoVisitNeeded", ("channel", "@Channel.Online"));

    [Fact, Trait("rule", "A1"), Trait("rule", "A3")]
    public void A1_A3_A_visit_is_booked_under_the_applicants_phone_for_what_is_open()
    {
        var visit = Local("2025-03-10T10:00");

        StepLives.VisitUnderReview.When(StepCommands.Book(StepPolicies.South, visit, phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        StepLives.VisitUnderReview.When(StepCommands.Book(StepPolicies.South, visit, 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Nothing.When(StepCommands.Book(StepPolicies.South, visit)).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "W1")]
    public void W1_What_a_refused_visit_is_told_is_bookable_at_once() => Property.Check(
        Gen.Choose(0, 60 * 24 * 800),
        minutes =>
        {
            var visit = Local("2025-03-06T10:00").PlusMinutes(minutes);
            foreach (var window in new[] { StepPolicies.South, StepPolicies.NewRiver, StepPolicies.Tuesdays })
            {
                var outcome = StepLives.VisitUnderReview.When(StepCommands.Book(window, visit));
                if (outcome.Decision is not Decision<Domain.Certificates.Certificate>.Refused { Refusal: { Rule: "W1", Code: not "VisitInThePast" } refusal })
                    continue;
                var next = refusal.Facts.TryGetValue("nextDay", out var day)
                    ? LocalDatePattern.Iso.Parse(day).Value.AtMidnight()
                    : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(refusal.Facts["nextOpening"]).Value;
                Assert.True(next > visit, "The next opening lies before the visit that was refused.");
                StepLives.VisitUnderReview.When(StepCommands.Book(window, next)).ThenState(_ => { });
                Assert.True(Period.Between(visit.Date, next.Date, PeriodUnits.Days).Days <= 21, "No holiday closes a window for three weeks.");
            }
        });

    private static LocalDateTime Local(string text) => LocalDateTimePattern.ExtendedIso.Parse(text.Length == 16 ? text + ":00" : text).Value;
}
