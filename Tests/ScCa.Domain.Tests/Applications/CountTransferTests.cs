using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class CountTransferTests
{
    [Fact, Trait("rule", "P2"), Trait("rule", "D1")]
    public void P2_D1_One_transfer_pays_verifies_and_promises_the_parcel() => Lives.AwaitingPayment
        .When(Commands.Count(300))
        .Then(
            new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Yuan(300), Yuan(0), Yuan(0), PaidAt), new ApplicationPaid(1, Yuan(300), PaidAt),
            new IdentityVerified(1, Verification.CorporateTransfer, "t-1", PaidAt), Parcel("2025-03-11", PaidAt));

    [Fact, Trait("rule", "P2")]
    public void Example_40_P2_Too_little_says_how_much_is_missing_and_too_much_how_much_is_refundable() => Lives.Nothing
        .After(Commands.Apply(term: TwoYears), Commands.Approve())
        .When(Commands.Count(300))
        .Then(new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Yuan(300), Yuan(100), Yuan(0), PaidAt))
        .When(Commands.Count(150, reference: Transfer2))
        .Then(
            new TransferCounted(1, Transfer2, PaymentMeans.CorporateTransfer, Yuan(150), Yuan(0), Yuan(50), PaidAt), new ApplicationPaid(1, Yuan(400), PaidAt),
            new IdentityVerified(1, Verification.CorporateTransfer, "t-2", PaidAt), Parcel("2025-03-11", PaidAt));

    [Fact, Trait("rule", "P2")]
    public void Example_41_P2_Where_no_price_is_published_any_transfer_verifies_and_is_refundable() => Lives.UnpricedAwaitingPayment
        .When(Commands.Count(1))
        .Then(
            new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Money.Parse("1.00"), Yuan(0), Money.Parse("1.00"), PaidAt),
            new IdentityVerified(1, Verification.CorporateTransfer, "t-1", PaidAt), Parcel("2025-03-11", PaidAt));

    [Fact, Trait("rule", "P2")]
    public void P2_A_fen_is_enough_where_nothing_is_charged_and_a_fen_too_little_where_something_is()
    {
        Lives.UnpricedAwaitingPayment.When(Commands.Count(0) with { Amount = Money.FromFen(1) })
            .ThenState(state => Assert.Equal(ApplicationStep.ReadyToFulfil, state.Open!.Step));
        Lives.AwaitingPayment.When(Commands.Count(0) with { Amount = Money.FromFen(29999) })
            .Then(new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Money.FromFen(29999), Money.FromFen(1), Yuan(0), PaidAt));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_Less_than_a_fen_is_no_transfer()
    {
        Lives.UnpricedAwaitingPayment.When(Commands.Count(0)).ThenRefused("P2", "AmountNotPositive", ("amount", "0.00"));
        Lives.AwaitingPayment.When(Commands.Count(-1)).ThenRefused("P2", "AmountNotPositive", ("amount", "-1.00"));
        Lives.UnderReview.When(Commands.Count(0, 2, payer: "other")).ThenRefused("P2", "AmountNotPositive", ("amount", "0.00"));
        Lives.PartlyPaid.When(Commands.Count(0)).ThenRefused("P2", "AmountNotPositive", ("amount", "0.00"));
    }

    [Theory, Trait("rule", "P1")]
    [InlineData("甲（集团）公司")]
    [InlineData("甲(集团)公司")]
    [InlineData("　甲（集团)公司 ")]
    public void Example_39_P1_The_payer_is_the_holder_whatever_the_width_of_the_brackets(string payer) => Lives.AwaitingPayment
        .When(Commands.Count(300, payer: payer))
        .ThenState(state => Assert.Equal(ApplicationStep.ReadyToFulfil, state.Open!.Step));

    [Theory, Trait("rule", "P1")]
    [InlineData("甲集团公司")]
    [InlineData("甲(集团)公司二")]
    [InlineData("甲( 集团)公司")]
    [InlineData("")]
    public void Example_39_P1_Another_name_is_not_the_holder(string payer) => Lives.AwaitingPayment
        .When(Commands.Count(300, payer: payer))
        .ThenRefused("P1", "PayerIsNotTheHolder");

    [Fact, Trait("rule", "P1")]
    public void P1_A_second_transfer_must_come_from_the_holder_too() => Lives.PartlyPaid
        .When(Commands.Count(200, reference: Transfer2, payer: "乙公司"))
        .ThenRefused("P1", "PayerIsNotTheHolder");

    [Fact, Trait("rule", "P1")]
    public void P1_The_unit_pays_for_its_member_and_a_person_for_himself()
    {
        StepLives.MemberAwaitingPayment.When(Commands.Count(200)).ThenState(IsReady);
        StepLives.MemberAwaitingPayment.When(Commands.Count(200, payer: "person-1")).ThenRefused("P1", "PayerIsNotTheHolder");
        StepLives.FreelanceAwaitingPayment.When(Commands.Count(200, payer: "person-1")).ThenState(IsReady);
        StepLives.FreelanceAwaitingPayment.When(Commands.Count(200)).ThenRefused("P1", "PayerIsNotTheHolder");
        StepLives.ExpertAwaitingPayment.When(Commands.Count(100, payer: "person-1")).ThenState(IsReady);
        StepLives.ExpertAwaitingPayment.When(Commands.Count(100)).ThenRefused("P1", "PayerIsNotTheHolder");
    }

    [Fact, Trait("rule", "P1"), Trait("rule", "P4")]
    public void P1_P4_WeChat_and_the_window_take_money_from_anyone_and_prove_nothing()
    {
        foreach (var means in new[] { PaymentMeans.WeChat, PaymentMeans.Window })
        {
            StepLives.MemberAwaitingPayment.When(Commands.Count(200, payer: "anyone", means: means))
                .Then(new TransferCounted(1, Transfer1, means, Yuan(200), Yuan(0), Yuan(0), PaidAt), new ApplicationPaid(1, Yuan(200), PaidAt));
        }
    }

    [Fact, Trait("rule", "P2"), Trait("rule", "P1")]
    public void P1_P2_Paid_by_scan_it_still_awaits_the_transfer_that_verifies_and_that_goes_back_whole() => StepLives.MemberAwaitingPayment
        .After(Commands.Count(200, payer: "anyone", means: PaymentMeans.WeChat))
        .When(Commands.Count(1, reference: Transfer2, payer: "anyone", means: PaymentMeans.WeChat))
        .ThenRefused("A3", "ApplicationAwaitsNoMoney", ("step", "@ApplicationStep.AwaitingPayment"))
        .When(Commands.Count(1, reference: Transfer2, payer: "anyone")).ThenRefused("P1", "PayerIsNotTheHolder")
        .When(Commands.Count(1, reference: Transfer2))
        .Then(
            new TransferCounted(1, Transfer2, PaymentMeans.CorporateTransfer, Yuan(1), Yuan(0), Yuan(1), PaidAt),
            new IdentityVerified(1, Verification.CorporateTransfer, "t-2", PaidAt), Parcel("2025-03-11", PaidAt));

    [Fact, Trait("rule", "A5")]
    public void A5_Means_that_the_way_does_not_take_are_refused_by_name()
    {
        Lives.AwaitingPayment.When(Commands.Count(300, payer: "anyone", means: PaymentMeans.WeChat))
            .ThenRefused("A5", "PaymentMeansNotOffered", ("means", "@PaymentMeans.WeChat"));
        Lives.UnpricedAwaitingPayment.When(Commands.Count(1, means: PaymentMeans.Window))
            .ThenRefused("A5", "PaymentMeansNotOffered", ("means", "@PaymentMeans.Window"));
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "D1")]
    public void A3_D1_Paid_before_the_papers_are_in_order_nothing_is_promised_yet() => StepLives.PapersGiven
        .When(Commands.Count(300))
        .Then(
            new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Yuan(300), Yuan(0), Yuan(0), PaidAt), new ApplicationPaid(1, Yuan(300), PaidAt),
            new IdentityVerified(1, Verification.CorporateTransfer, "t-1", PaidAt))
        .When(Commands.Count(1, reference: Transfer2))
        .ThenRefused("A3", "ApplicationAwaitsNoMoney", ("step", "@ApplicationStep.MaterialsUnderReview"));

    [Fact, Trait("rule", "P3")]
    public void P3_The_same_transfer_counts_once()
    {
        Lives.PartlyPaid.When(Commands.Count(100)).ThenRefused("P3", "TransferAlreadyCounted", ("reference", "t-1"));
        Lives.ReadyToIssue.When(Commands.Count(300)).ThenRefused("P3", "TransferAlreadyCounted", ("reference", "t-1"));
        Lives.PartlyPaid.When(Commands.Count(100, 2, payer: "乙公司")).ThenRefused("P3", "TransferAlreadyCounted", ("reference", "t-1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Money_is_counted_only_while_it_is_awaited()
    {
        Lives.UnderReview.When(Commands.Count(300))
            .ThenRefused("A3", "ApplicationAwaitsNoMoney", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));
        Lives.Returned.When(Commands.Count(300, payer: "乙公司"))
            .ThenRefused("A3", "ApplicationAwaitsNoMoney", ("application", "1"), ("step", "@ApplicationStep.Returned"));
        Lives.ReadyToIssue.When(Commands.Count(1, reference: Transfer2))
            .ThenRefused("A3", "ApplicationAwaitsNoMoney", ("application", "1"), ("step", "@ApplicationStep.ReadyToFulfil"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_counts_nothing()
    {
        Lives.AwaitingPayment.When(Commands.Count(300, 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.UnderReview.When(Commands.Count(300, 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Withdrawn.When(Commands.Count(300)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Issued.When(Commands.Count(300)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(Commands.Count(0)).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "P7"), Trait("rule", "D1")]
    public void P7_D1_A_renewal_proven_by_key_is_paid_and_posts_nothing() => Lives.RenewalAwaitingPayment
        .When(Commands.Count(200, 2))
        .Then(new TransferCounted(2, Transfer1, PaymentMeans.CorporateTransfer, Yuan(200), Yuan(0), Yuan(0), PaidAt), new ApplicationPaid(2, Yuan(200), PaidAt));

    [Fact, Trait("rule", "P5"), Trait("rule", "D1")]
    public void P5_D1_A_late_renewal_is_verified_by_its_transfer_and_posts_nothing() => Lives.LateAwaitingPayment
        .When(Commands.Count(250, 2))
        .Then(
            new TransferCounted(2, Transfer1, PaymentMeans.CorporateTransfer, Yuan(250), Yuan(0), Yuan(50), PaidAt), new ApplicationPaid(2, Yuan(200), PaidAt),
            new IdentityVerified(2, Verification.CorporateTransfer, "t-1", PaidAt));

    [Fact, Trait("rule", "D1")]
    public void D1_Where_the_policy_posts_nothing_no_parcel_is_promised() => Assert.Null(((KnownCertificate)Lives.NewOnlyReady.State).Parcel);

    [Theory, Trait("rule", "D1"), Trait("rule", "D5")]
    [InlineData(18, "2025-09-26", "2025-09-29")]
    [InlineData(19, "2025-09-30", "2025-10-10")]
    [InlineData(20, "2025-11-16", "2025-11-18")]
    [InlineData(21, "2025-12-31", "2026-01-05")]
    [InlineData(22, "2026-02-12", "2026-02-14")]
    [InlineData(22, "2026-02-13", "2026-02-24")]
    [InlineData(23, "2026-09-24", "2026-09-29")]
    [InlineData(24, "2026-10-10", "2026-10-13")]
    [InlineData(25, "2026-12-30", "2027-01-01", 2027)]
    public void Examples_18_to_25_D1_The_key_is_posted_within_two_working_days(
        int example, string verified, string due, params int[] yearsWithoutCalendar)
    {
        Assert.InRange(example, 18, 25);
        var at = At(verified + "T23:59:59");
        var parcel = ParcelOf(Lives.AwaitingPayment.When(Commands.Count(300, at: at)).ThenState(_ => { }).State);

        Assert.Equal(new PromisedParcel(1, new PromisedDate(Date(due), [.. yearsWithoutCalendar]), Date(verified), null), parcel);
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "A5")]
    public void A5_D1_An_application_keeps_the_version_it_was_made_under_though_a_later_one_is_slower_and_dearer()
    {
        var life = Lives.Under(TestPolicies.TwoVersions);
        var paid = At("2026-03-02T10:00");

        var under1 = life.After(Commands.Apply(At("2026-01-31T23:59:59")), Commands.Approve());
        var under2 = life.After(Commands.Apply(At("2026-02-01T00:00")), Commands.Approve());

        Assert.Equal(Date("2026-03-04"), ParcelOf(under1.After(Commands.Count(300, at: paid)).State)!.By.Date);
        under2.When(Commands.Count(300, at: paid)).Then(new TransferCounted(1, Transfer1, PaymentMeans.CorporateTransfer, Yuan(300), Yuan(60), Yuan(0), paid));
        Assert.Equal(Date("2026-03-09"), ParcelOf(under2.After(Commands.Count(360, at: paid)).State)!.By.Date);
    }

    private static void IsReady(Certificate state) => Assert.Equal(ApplicationStep.ReadyToFulfil, state.Open!.Step);

    private static PromisedParcel? ParcelOf(Certificate state) => Assert.IsType<RequestedCertificate>(state).Parcel;
}
