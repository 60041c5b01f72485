using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

/// <summary>What was paid for and granted, and never written to the key.</summary>
public sealed class GrantEndedTests
{
    private static readonly CertificateRevoked ByBoth =
        new(null, RevocationReason.PrivilegeWithdrawn, [OperationCommands.FirstPerson, OperationCommands.SecondPerson], Now);

    [Fact, Trait("rule", "A2"), Trait("rule", "C8"), Trait("rule", "D4")]
    public void A2_C8_D4_The_authoritys_revocation_gives_back_what_was_paid_for_a_renewal_that_was_not_written()
    {
        var life = RenewalSigned.After(OperationCommands.OrderRevocation(Now));

        life.When(OperationCommands.ConfirmRevocation(Now)).Then(Ended(2, 200), ByBoth)
            .When(StepCommands.RecordInvoice(2)).ThenRefused("D4", "NoInvoiceDue", ("application", "2"));
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C8"), Trait("rule", "D4")]
    public void A2_C8_D4_So_does_the_holders_own_and_only_what_was_obtained_is_invoiced() => Dear.Fulfilled(OperationCommands.Change(Now))
        .Ready(OperationCommands.Revoke(Now))
        .When(OperationCommands.Fulfil(3, Now))
        .Then(
            Ended(2, 30), new CertificateRevoked(3, RevocationReason.CessationOfOperation, [], Now),
            new InvoicePromised(3, Yuan(10), new PromisedDate(Date("2026-01-14"), []), Now));

    [Fact, Trait("rule", "A2"), Trait("rule", "C11")]
    public void A2_C11_Both_grants_end_with_the_certificate_and_what_was_open_before_them() => Dear.Fulfilled(OperationCommands.Change(Now))
        .Fulfilled(OperationCommands.Unlock(Now))
        .Ready(OperationCommands.Reissue(Now))
        .After(OperationCommands.OrderRevocation(Now))
        .When(OperationCommands.ConfirmRevocation(Now))
        .Then(new ApplicationSuperseded(4, null, [Payment(4, 50)], Now), Ended(2, 30), Ended(3, 20), ByBoth);

    [Fact, Trait("rule", "A2"), Trait("rule", "P6")]
    public void A2_P6_What_was_free_ends_too_and_nothing_goes_back() => AwaitingUnlock.After(OperationCommands.OrderRevocation(Now))
        .When(OperationCommands.ConfirmRevocation(Now)).Then(new GrantEnded(2, [], Now), ByBoth);

    [Fact, Trait("rule", "D4")]
    public void D4_What_was_written_before_is_kept_and_invoiced()
    {
        var life = RenewalGranted.Written(Serial2, Now).After(OperationCommands.OrderRevocation(Now));

        life.When(OperationCommands.ConfirmRevocation(Now)).Then(ByBoth).When(StepCommands.RecordInvoice(2)).Then(new InvoiceIssued(2, "25512000000000000001", PostedAt));
        Dear.Fulfilled(OperationCommands.Unlock(Now)).After(OperationCommands.CompleteUnlock(Now), OperationCommands.OrderRevocation(Now))
            .When(OperationCommands.ConfirmRevocation(Now)).Then(ByBoth);
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "D4")]
    public void C5_D4_A_grant_that_was_left_unused_past_its_date_makes_room_for_the_next_and_goes_back()
    {
        var late = At("2027-03-11T00:00");

        RenewalGranted.Ready(OperationCommands.Renew(late))
            .When(OperationCommands.Fulfil(3, late))
            .Then(Ended(2, 200, late), Renewed(3, Date("2028-03-11"), late));
        RenewalGranted.Intended(Serial2, Now).Ready(OperationCommands.Renew(late))
            .When(OperationCommands.Fulfil(3, late))
            .Then(new IssuanceAbandoned(2, Serial2, late), Ended(2, 200, late), Renewed(3, Date("2028-03-11"), late));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_signature_under_way_for_it_is_burned()
    {
        var life = RenewalIntended.After(OperationCommands.OrderRevocation(Now), OperationCommands.ConfirmRevocation(Now));

        Assert.Equal([Serial2], ((RevokedCertificate)life.State).BurnedSerials);
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_history_in_which_the_grant_did_not_end_by_itself_burns_it_too()
    {
        var life = RenewalIntended.Given(ByBoth);

        Assert.Equal([Serial2], ((RevokedCertificate)life.State).BurnedSerials);
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C11")]
    public void A2_C11_A_grant_to_unlock_ends_alone_and_only_under_its_own_application()
    {
        Assert.Null(((IssuedCertificate)AwaitingUnlock.Given(new GrantEnded(2, [], Now)).State).UnlockGrant);
        Assert.Throws<ImpossibleEventException>(() => new GrantEnded(1, [], Now).Evolve(AwaitingUnlock.State));
    }

    private static GrantEnded Ended(int application, int yuan, NodaTime.Instant? at = null) => new(application, [Payment(application, yuan)], at ?? Now);

    private static CountedPayment Payment(int application, int yuan) => new(OperationCommands.PaymentOf(application), Yuan(yuan));
}
