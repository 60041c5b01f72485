using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class ConfirmRevocationTests
{
    private static readonly CertificateRevoked ByBoth =
        new(null, RevocationReason.PrivilegeWithdrawn, [OperationCommands.FirstPerson, OperationCommands.SecondPerson], Now);

    [Fact, Trait("rule", "C8")]
    public void C8_A_second_person_lets_the_ordered_revocation_happen_and_both_are_named() => AwaitingSecondPerson
        .When(OperationCommands.ConfirmRevocation(Now)).Then(ByBoth)
        .When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));

    [Fact, Trait("rule", "C8")]
    public void C8_Nobody_confirms_his_own_order() => AwaitingSecondPerson
        .When(OperationCommands.ConfirmRevocation(Now, OperationCommands.FirstPerson)).ThenRefused("C8", "SecondPersonNeeded");

    [Fact, Trait("rule", "C8")]
    public void C8_Nothing_is_confirmed_that_was_not_ordered()
    {
        Issued.When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("C8", "RevocationNotOrdered");
        Requested.When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("C8", "RevocationNotOrdered");
        AwaitingSecondPerson.After(OperationCommands.DropRevocationOrder(Now))
            .When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("C8", "RevocationNotOrdered");
        Nothing.When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C8")]
    public void A2_C8_What_is_open_is_closed_and_refunded_and_its_signature_burned()
    {
        var revoked = ReissueIntended.After(OperationCommands.OrderRevocation(Now))
            .When(OperationCommands.ConfirmRevocation(Now))
            .Then(new ApplicationSuperseded(2, null, [new CountedPayment(OperationCommands.PaymentOf(2), Yuan(50))], Now), ByBoth);

        Assert.Equal([Serial2], ((KnownCertificate)revoked.State).BurnedSerials);
        Assert.Null(revoked.State.Open);
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C8")]
    public void A2_C8_The_holders_own_revocation_is_overtaken_too() => RevocationUnderReview
        .After(OperationCommands.OrderRevocation(Now))
        .When(OperationCommands.ConfirmRevocation(Now)).Then(new ApplicationSuperseded(2, null, [], Now), ByBoth);

    [Fact, Trait("rule", "C8")]
    public void C8_The_holder_who_revokes_first_leaves_nothing_to_confirm() => AwaitingSecondPerson
        .Fulfilled(OperationCommands.Revoke(Now))
        .When(OperationCommands.ConfirmRevocation(Now)).ThenRefused("C8", "CertificateIsRevoked");

    [Fact, Trait("rule", "C8")]
    public void C8_After_expiry_the_authority_revokes_all_the_same_and_the_seals_with_it()
    {
        var life = Sealed.After(OperationCommands.OrderRevocation(AfterExpiry), OperationCommands.ConfirmRevocation(AfterExpiry));
        var revoked = Assert.IsType<RevokedCertificate>(life.State);

        Assert.All(revoked.Seals, s => Assert.Equal(SealStatus.Revoked, s.Status));
        Assert.Equal(new Revocation(AfterExpiry, RevocationReason.PrivilegeWithdrawn), revoked.Current.Revocation);
    }
}
