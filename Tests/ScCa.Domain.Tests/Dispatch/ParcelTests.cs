using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Dispatch;

/// <summary>A parcel from its label to the handler's hand, whatever the courier tells on the way.</summary>
public sealed class ParcelTests
{
    private static readonly NodaTime.Instant NextDay = At("2025-03-12T10:00");

    [Fact, Trait("rule", "D1")]
    public void D1_The_label_gives_the_number_and_posting_takes_it_unless_another_is_typed_in()
    {
        Lives.Issued.When(StepCommands.Label("SF9")).Then(new ParcelLabelled(1, "SF9", Clerk, PostedAt))
            .When(Commands.Post("")).Then(new KeyPosted(1, "SF9", Clerk, PostedAt));
        StepLives.Labelled.When(Commands.Post("SF7")).Then(new KeyPosted(1, "SF7", Clerk, PostedAt));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_A_parcel_is_labelled_once_with_one_number_and_anew_with_another()
    {
        StepLives.Labelled.When(StepCommands.Label()).ThenRefused("D1", "ParcelAlreadyLabelled", ("trackingNumber", "SF1"));
        StepLives.Labelled.When(StepCommands.Label("SF2")).Then(new ParcelLabelled(1, "SF2", Clerk, PostedAt))
            .When(Commands.Post(" ")).Then(new KeyPosted(1, "SF2", Clerk, PostedAt));
        Lives.Issued.When(StepCommands.Label(" ")).ThenRefused("D1", "TrackingNumberMissing");
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public void D1_D2_A_postponed_parcel_keeps_its_label() => StepLives.WeeklyIssued
        .After(StepCommands.Label("SF9"), StepCommands.Postpone(At("2025-03-14T01:00")))
        .When(Commands.Post("", At("2025-03-21T10:00"))).Then(new KeyPosted(1, "SF9", Clerk, At("2025-03-21T10:00")));

    [Fact, Trait("rule", "D1"), Trait("rule", "A3"), Trait("rule", "C8")]
    public void A3_C8_D1_Nothing_is_labelled_that_is_not_to_be_posted()
    {
        Lives.Nothing.When(StepCommands.Label()).ThenRefused("A3", "CertificateUnknown");
        Lives.ReadyToIssue.When(StepCommands.Label()).ThenRefused("A3", "CertificateNotIssued");
        Lives.Posted.When(StepCommands.Label()).ThenRefused("D1", "NothingToPost");
        OperationLives.Issued.Ready(OperationCommands.Reissue(OperationLives.Now, channel: Channel.Mail))
            .When(StepCommands.Label()).ThenRefused("D1", "NothingToPost");
        OperationLives.Revoked.When(StepCommands.Label()).ThenRefused("C8", "CertificateIsRevoked");
    }

    [Fact, Trait("rule", "D1")]
    public void D1_The_handler_signs_for_it_and_that_is_told_once() => Lives.Posted
        .When(StepCommands.Track(ParcelStanding.SignedByHandler, at: NextDay)).Then(new ParcelDelivered(1, "SF1", ToHandler: true, NextDay))
        .When(StepCommands.Track(ParcelStanding.SignedByHandler, at: NextDay + NodaTime.Duration.FromHours(1))).ThenRefused("D1", "TrackingIsNoNews", ("trackingNumber", "SF1"));

    [Fact, Trait("rule", "D1")]
    public void D1_Somebody_else_signs_for_it_and_the_desk_makes_sure_of_the_handler() => Lives.Posted
        .When(StepCommands.Track(ParcelStanding.SignedByAnother)).Then(new ParcelDelivered(1, "SF1", ToHandler: false, PostedAt))
        .When(StepCommands.Resend()).ThenRefused("D1", "NoParcelCameBack", ("application", "1"))
        .When(StepCommands.HandOver()).Then(new ParcelHandedOver(1, Clerk, PostedAt))
        .When(StepCommands.Track(ParcelStanding.Returned, at: NextDay)).ThenRefused("D1", "ParcelNotFollowed", ("trackingNumber", "SF1"));

    [Fact, Trait("rule", "D1")]
    public void D1_What_came_back_is_sent_again_under_a_new_number_and_the_old_one_counts_no_more() => Lives.Posted
        .When(StepCommands.Track(ParcelStanding.Returned)).Then(new ParcelReturned(1, "SF1", PostedAt))
        .When(StepCommands.Resend("SF1")).ThenRefused("D1", "TrackingNumberTaken", ("trackingNumber", "SF1"))
        .When(StepCommands.Resend(" ")).ThenRefused("D1", "TrackingNumberMissing")
        .When(StepCommands.Resend(at: NextDay)).Then(new ParcelResent(1, "SF2", Clerk, NextDay))
        .When(StepCommands.Track(ParcelStanding.SignedByHandler, at: NextDay)).ThenRefused("D1", "ParcelNotFollowed")
        .When(StepCommands.Track(ParcelStanding.SignedByHandler, "SF2", at: NextDay)).Then(new ParcelDelivered(1, "SF2", ToHandler: true, NextDay));

    [Fact, Trait("rule", "D1")]
    public void D1_What_happened_before_its_end_does_not_undo_it_and_what_happens_after_does()
    {
        var back = Lives.Posted.After(StepCommands.Track(ParcelStanding.Returned, at: NextDay));

        back.When(StepCommands.Track(ParcelStanding.SignedByAnother, since: PostedAt, at: NextDay)).ThenRefused("D1", "TrackingIsNoNews");
        back.When(StepCommands.Track(ParcelStanding.OnItsWay, since: NextDay, at: NextDay)).ThenRefused("D1", "TrackingIsNoNews");
        StepLives.SignedFor.When(StepCommands.Track(ParcelStanding.Returned, at: NextDay)).Then(new ParcelReturned(1, "SF1", NextDay));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_A_courier_whose_clock_runs_ahead_does_not_outrank_what_he_says_later() => Lives.Posted
        .When(StepCommands.Track(ParcelStanding.Returned, since: At("2099-01-01T00:00"), at: PostedAt)).Then(new ParcelReturned(1, "SF1", PostedAt))
        .When(StepCommands.Track(ParcelStanding.SignedByHandler, at: NextDay)).Then(new ParcelDelivered(1, "SF1", ToHandler: true, NextDay));

    [Fact, Trait("rule", "D1"), Trait("rule", "A3"), Trait("rule", "C8")]
    public void A3_C8_D1_Only_what_was_posted_is_followed_and_only_what_came_back_is_cared_for()
    {
        Lives.Nothing.When(StepCommands.Track(ParcelStanding.Returned)).ThenRefused("A3", "CertificateUnknown");
        Lives.Issued.When(StepCommands.Track(ParcelStanding.Returned)).ThenRefused("D1", "ParcelNotFollowed");
        Lives.Posted.When(StepCommands.Track(ParcelStanding.Returned, "SF2")).ThenRefused("D1", "ParcelNotFollowed", ("trackingNumber", "SF2"));
        OperationLives.Revoked.When(StepCommands.Track(ParcelStanding.Returned)).ThenRefused("C8", "CertificateIsRevoked");
        Lives.Nothing.When(StepCommands.HandOver()).ThenRefused("A3", "CertificateUnknown");
        Lives.Posted.When(StepCommands.HandOver()).ThenRefused("D1", "NoParcelCameBack", ("application", "1"));
        StepLives.CameBack.When(StepCommands.Resend(application: 2)).ThenRefused("D1", "NoParcelCameBack", ("application", "2"));
        OperationLives.Revoked.When(StepCommands.HandOver()).ThenRefused("C8", "CertificateIsRevoked");
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "C8")]
    public void C8_D1_A_parcel_sent_three_times_is_counted_and_a_revocation_ends_its_care()
    {
        var life = StepLives.SentAgain.After(StepCommands.Track(ParcelStanding.Returned, "SF2", at: NextDay), StepCommands.Resend("SF3", at: NextDay));

        Assert.Equal([new SentParcel(1, "SF3", 3, ParcelStanding.OnItsWay, NextDay)], ((IssuedCertificate)life.State).Sent);
    }
}
