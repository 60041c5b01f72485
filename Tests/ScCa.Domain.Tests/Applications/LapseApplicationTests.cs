using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class LapseApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_On_the_announced_day_the_application_lapses_and_not_before()
    {
        Lives.LapseAnnounced.When(Commands.Lapse(at: At("2025-04-04T23:59:59"))).ThenRefused("A3", "ApplicationNotYetLapsed", ("lapsesOn", "2025-04-05"));
        Lives.LapseAnnounced.When(Commands.Lapse()).Then(new ApplicationLapsed(1, LapsedAt))
            .When(Commands.Count(300)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_lapses_unannounced() =>
        Lives.AwaitingPayment.When(Commands.Lapse(at: At("2026-01-01T00:00"))).ThenRefused("A3", "LapseNotAnnounced", ("application", "1"));

    [Fact, Trait("rule", "A3")]
    public void A3_Money_that_comes_in_time_takes_the_announcement_back()
    {
        Lives.LapseAnnounced.After(Commands.Count(300, at: IdleAt)).When(Commands.Lapse()).ThenRefused(
            "A3", "ApplicationWaitsForTheAuthority", ("application", "1"), ("step", "@ApplicationStep.ReadyToFulfil"));
        Lives.LapseAnnounced.After(Commands.Count(100, at: IdleAt)).When(Commands.Lapse()).ThenRefused("A3", "PaidApplicationDoesNotLapse", ("received", "100.00"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_lapsed_renewal_leaves_the_certificate_and_may_be_applied_for_again() => Lives.RenewalAwaitingPayment
        .After(Commands.AnnounceLapse(2, At("2026-02-05T01:00")))
        .When(Commands.Lapse(2, At("2026-02-12T01:00"))).Then(new ApplicationLapsed(2, At("2026-02-12T01:00")))
        .When(Commands.Renew(At("2026-02-13T01:00"))).ThenState(state => Assert.Equal(3, state.Open?.Number));
}
