using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class AnnounceLapseTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_After_23_idle_days_the_lapse_is_announced_a_week_ahead()
    {
        Lives.AwaitingPayment.When(Commands.AnnounceLapse(at: IdleAt)).Then(new LapseAnnounced(1, LapsesOn, IdleAt));
        Lives.AwaitingPayment.When(Commands.AnnounceLapse(at: At("2025-03-28T23:59:59"))).ThenRefused("A3", "ApplicationNotIdle", ("idleFrom", "2025-03-29"));
        Lives.Returned.When(Commands.AnnounceLapse(at: IdleAt)).Then(new LapseAnnounced(1, LapsesOn, IdleAt));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_However_late_the_announcement_comes_it_leaves_a_week() => Lives.AwaitingPayment
        .When(Commands.AnnounceLapse(at: At("2025-06-01T01:00")))
        .Then(new LapseAnnounced(1, Date("2025-06-08"), At("2025-06-01T01:00")));

    [Fact, Trait("rule", "A3")]
    public void A3_A_lapse_is_announced_once_until_the_application_moves_again()
    {
        Lives.LapseAnnounced.When(Commands.AnnounceLapse()).ThenRefused("A3", "LapseAlreadyAnnounced", ("lapsesOn", "2025-04-05"));

        var returned = Lives.Returned.After(Commands.AnnounceLapse(), Commands.Resubmit(at: IdleAt), Commands.Return(at: IdleAt));
        returned.When(Commands.Lapse()).ThenRefused("A3", "LapseNotAnnounced", ("application", "1"));
        returned.When(Commands.AnnounceLapse(at: LapsedAt)).ThenRefused("A3", "ApplicationNotIdle", ("idleFrom", "2025-04-21"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_What_waits_for_the_authority_is_not_idle()
    {
        Lives.UnderReview.When(Commands.AnnounceLapse()).ThenRefused(
            "A3", "ApplicationWaitsForTheAuthority", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));
        Lives.UnpricedRenewalReady.When(Commands.AnnounceLapse(2, At("2026-06-01T01:00"))).ThenRefused(
            "A3", "ApplicationWaitsForTheAuthority", ("application", "2"), ("step", "@ApplicationStep.ReadyToFulfil"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_What_is_paid_in_part_ends_only_with_a_refund() =>
        Lives.PartlyPaid.When(Commands.AnnounceLapse(at: LapsedAt)).ThenRefused("A3", "PaidApplicationDoesNotLapse", ("received", "100.00"));

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_does_not_lapse()
    {
        Lives.AwaitingPayment.When(Commands.AnnounceLapse(2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Withdrawn.When(Commands.AnnounceLapse()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(Commands.AnnounceLapse()).ThenRefused("A3", "CertificateUnknown");
    }
}
