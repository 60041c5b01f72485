using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Refusals;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Dispatch;

public sealed class DispatchBatchTests
{
    private static readonly CertificateId C1 = new("c-1");
    private static readonly CertificateId C2 = new("c-2");

    [Fact, Trait("rule", "D1")]
    public void D1_A_batch_is_named_after_its_posting_day() => Assert.Equal("2025-03-11", Commands.Add().StreamKey);

    [Fact, Trait("rule", "D1")]
    public void D1_A_parcel_is_in_its_batch_once() => Lives.NoBatch
        .When(Commands.Add())
        .Then(new ParcelAdded(PostingDay, C1, 1, IssuedAt))
        .When(Commands.Add())
        .ThenRefused("D1", nameof(Refuse.ParcelAlreadyInBatch));

    [Fact, Trait("rule", "D1")]
    public void D1_A_closed_batch_takes_no_more_and_says_so_after_it_was_asked_for_one_it_has()
    {
        Lives.ClosedBatch.When(Commands.Add("c-3")).ThenRefused("D1", nameof(Refuse.BatchIsClosed));
        Lives.ClosedBatch.When(Commands.Add()).ThenRefused("D1", nameof(Refuse.ParcelAlreadyInBatch));
        Lives.ClosedBatch.When(Commands.CloseBatch()).ThenRefused("D1", nameof(Refuse.BatchIsClosed));
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public void D2_A_postponed_parcel_leaves_an_open_batch_and_a_closed_one_but_not_after_it_was_posted()
    {
        var removed = new ParcelRemoved(PostingDay, C2, 1, PostedAt);

        Lives.BatchOfTwo.When(Commands.Remove("c-2")).Then(removed).When(Commands.Remove("c-2")).ThenRefused("D1", nameof(Refuse.ParcelNotInBatch));
        Lives.ClosedBatch.When(Commands.Remove("c-2")).Then(removed);
        Lives.HalfPosted.When(Commands.Remove("c-2")).ThenRefused("D1", nameof(Refuse.ParcelAlreadyPosted));
        Lives.NoBatch.When(Commands.Remove()).ThenRefused("D1", nameof(Refuse.ParcelNotInBatch));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_What_was_taken_out_can_be_put_in_again() => Lives.EmptiedBatch.When(Commands.Add()).Then(new ParcelAdded(PostingDay, C1, 1, IssuedAt));

    [Fact, Trait("rule", "D1"), Trait("rule", "D5")]
    public void D1_A_batch_is_closed_from_the_first_second_of_its_day_on()
    {
        var first = At("2025-03-11T00:00");

        Lives.BatchOfTwo.When(Commands.CloseBatch(At("2025-03-10T23:59:59"))).ThenRefused("D1", nameof(Refuse.BatchNotYetDue));
        Lives.BatchOfTwo.When(Commands.CloseBatch(first)).Then(new BatchClosed(PostingDay, Clerk, first));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_An_empty_batch_is_not_closed()
    {
        Lives.NoBatch.When(Commands.CloseBatch()).ThenRefused("D1", nameof(Refuse.BatchIsEmpty));
        Lives.EmptiedBatch.When(Commands.CloseBatch(TooEarly)).ThenRefused("D1", nameof(Refuse.BatchIsEmpty));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_Each_parcel_of_a_closed_batch_is_posted_once() => Lives.ClosedBatch
        .When(Commands.PostParcel())
        .Then(new ParcelPosted(PostingDay, C1, 1, "SF1", Clerk, PostedAt))
        .When(Commands.PostParcel(trackingNumber: "SF9"))
        .ThenRefused("D1", nameof(Refuse.ParcelAlreadyPosted));

    [Fact, Trait("rule", "D1")]
    public void D1_Nothing_is_posted_out_of_an_open_batch_or_out_of_another_one()
    {
        Lives.BatchOfTwo.When(Commands.PostParcel()).ThenRefused("D1", nameof(Refuse.BatchNotClosed));
        Lives.BatchOfTwo.When(Commands.PostParcel("c-3")).ThenRefused("D1", nameof(Refuse.ParcelNotInBatch));
        Lives.ClosedBatch.When(Commands.PostParcel(application: 2)).ThenRefused("D1", nameof(Refuse.ParcelNotInBatch));
        Lives.NoBatch.When(Commands.PostParcel()).ThenRefused("D1", nameof(Refuse.ParcelNotInBatch));
    }

    [Theory, Trait("rule", "D1")]
    [InlineData("")]
    [InlineData(" \t\u3000")]
    public void D1_A_parcel_is_posted_with_a_tracking_number(string trackingNumber) =>
        Lives.ClosedBatch.When(Commands.PostParcel(trackingNumber: trackingNumber)).ThenRefused("D1", nameof(Refuse.TrackingNumberMissing));

    [Fact, Trait("rule", "D1")]
    public void D1_Two_parcels_do_not_share_a_tracking_number() =>
        Lives.HalfPosted.When(Commands.PostParcel(trackingNumber: "SF2")).ThenRefused("D1", nameof(Refuse.TrackingNumberTaken));
}
