using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Payments;

public sealed class ClaimTransferTests
{
    [Theory, Trait("rule", "A3")]
    [InlineData("")]
    [InlineData("\u3000 ")]
    public void A3_A_transfer_is_let_go_for_a_reason(string reason) =>
        Lives.Claimed.When(Commands.Release() with { Reason = reason }).ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "P3")]
    public void P3_A_free_transfer_is_held_for_one_application_with_all_that_counting_it_needs() => Lives.Unmatched
        .When(Commands.Claim())
        .Then(new TransferClaimed(Transfer1, TheCertificate, 1, PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Yuan(300), PaidAt));

    [Fact, Trait("rule", "P1")]
    public void P1_A_released_transfer_can_be_held_again_by_another() => Lives.Released
        .When(Commands.Claim("c-2", 3))
        .Then(new TransferClaimed(Transfer1, new("c-2"), 3, PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Yuan(300), PaidAt));

    [Fact, Trait("rule", "P3")]
    public void P3_A_held_transfer_cannot_be_held_by_a_second() => Lives.Claimed
        .When(Commands.Claim("c-2"))
        .ThenRefused("P3", "TransferHeldElsewhere", ("reference", "t-1"));

    [Fact, Trait("rule", "P3")]
    public void P3_A_confirmed_transfer_is_spent() => Lives.Confirmed
        .When(Commands.Claim("c-2"))
        .ThenRefused("P3", "TransferAlreadyConfirmed", ("reference", "t-1"));

    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_that_the_bank_did_not_report_cannot_be_held() => Lives.NoTransfer
        .When(Commands.Claim())
        .ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
}
