using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Properties.CertificateInvariants;
using static ScCa.Domain.Tests.Properties.MoneyInvariants;

namespace ScCa.Domain.Tests.Properties;

/// <summary>Each property, and next to it something wrong that it finds.</summary>
public sealed class CertificateProperties(ITestOutputHelper output)
{
    [Fact]
    public void The_walks_come_to_every_event()
    {
        // The rarest event comes once in some 270 walks: so many that it stays away once in millions of runs.
        var coverage = CertificateWalk.Walker.Check(20 * Walker<Certificate>.Runs, _ => { });
        output.WriteLine(coverage.ToString());

        coverage.Requires([.. OutcomeTables.CertificateEvents, "A2 ApplicationInProgress", "A3 ApplicationNotReady", "C1 SerialAlreadyUsed", "C1 SignatureNotIntended"]);
    }

    [Fact]
    public void The_fold_of_the_events_is_the_state_that_was_stepped_to() => CertificateWalk.Walker.Check(FoldsToTheSameState);

    [Fact]
    public void A_wrong_step_is_found() => Finds(FoldsToTheSameState, CertificateWalk.With(evolve: (state, happened) =>
        happened is IssuanceAbandoned && state is KnownCertificate known ? known with { Intent = null } : happened.Evolve(state)));

    [Fact]
    public void Any_prefix_of_the_events_replays_to_the_state_it_was() => CertificateWalk.Walker.Check(EveryPrefixReplays);

    [Fact]
    public void An_event_that_folds_only_once_is_found() =>
        Finds(EveryPrefixReplays, CertificateWalk.Altering<ApplicationApproved>((_, approved) => new FoldsOnce(approved)));

    [Fact]
    public void Deciding_never_throws() => CertificateWalk.Walker.Check(NothingThrows(CertificateWalk.Walker));

    [Fact]
    public void A_decision_that_throws_is_found()
    {
        var throwing = CertificateWalk.With((state, command) =>
            command is RecordGeneration && state is { Open: null } and KnownCertificate
                ? throw new InvalidOperationException("There is no open application.")
                : CertificateWalk.Walker.Decide(state, command));
        Finds(NothingThrows(throwing), throwing);
    }

    [Fact]
    public void What_was_done_is_refused_a_second_time_or_changes_nothing() => CertificateWalk.Walker.Check(RepeatsChangeNothing(CertificateWalk.Walker));

    [Fact]
    public void A_repeat_that_counts_again_is_found()
    {
        var wrong = CertificateWalk.Accepting("TransferAlreadyCounted", (state, command) => command is CountTransfer count
            ? new TransferCounted(count.Application, count.Reference, count.Means, count.Amount, Money.Zero, Money.Zero, count.At)
            : throw new InvalidOperationException($"{command.GetType().Name} counts nothing in {state.GetType().Name}."));
        Finds(RepeatsChangeNothing(wrong), wrong);
    }

    [Fact, Trait("rule", "A2")]
    public void A2_At_most_one_application_is_open() => CertificateWalk.Walker.Check(AtMostOneApplicationIsOpen);

    [Fact, Trait("rule", "A2")]
    public void A2_A_second_application_beside_an_open_one_is_found() => Finds(AtMostOneApplicationIsOpen, CertificateWalk.Accepting(
        "ApplicationInProgress",
        (state, command) => new RenewalApplied(
            state.Open!.Number + 1, Example.Under(Stage.InValidity, Verification.KeySignature, Charge.Nothing), Example.OneYear, command.At),
        (state, happened) => happened is RenewalApplied && state.Open is not null ? state : happened.Evolve(state)));

    [Fact, Trait("rule", "A3")]
    public void A3_No_open_application_is_left_for_ever() => CertificateWalk.Walker.Check(NoApplicationIsLeftForEver(CertificateWalk.Walker));

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_its_certificates_end_leaves_open_is_found()
    {
        var wrong = CertificateWalk.With((state, command) =>
            command is EndOvertakenApplication end ? Refuse.ApplicationNotOvertaken(end.Application) : CertificateWalk.Walker.Decide(state, command));
        Finds(NoApplicationIsLeftForEver(wrong), wrong);
    }

    [Fact, Trait("rule", "C4"), Trait("rule", "C6"), Trait("rule", "C7")]
    public void C4_C6_C7_NotAfter_moves_by_the_term_of_a_renewal_alone_and_never_back() => CertificateWalk.Walker.Check(NotAfterMovesByTheTermAndNeverBack);

    [Fact, Trait("rule", "C4")]
    public void C4_A_term_that_counts_from_the_grant_in_validity_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<UpdateGranted>((state, granted) =>
            state.Open!.Request is RenewRequest renewal ? granted with { NotAfter = renewal.Term.After(Shanghai.DateOf(granted.At)) } : granted));

    [Fact, Trait("rule", "C6")]
    public void C6_A_change_that_moves_notAfter_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<UpdateGranted>((_, granted) =>
            granted.Operation == Operation.Change ? granted with { NotAfter = granted.NotAfter.PlusDays(1) } : granted));

    [Fact, Trait("rule", "C7")]
    public void C7_A_reissue_that_moves_notAfter_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<GenerationIssued>((state, issued) => state.Open?.Request is ReissueRequest
            ? issued with { Validity = issued.Validity with { NotAfter = issued.Validity.NotAfter + Duration.FromDays(1) } }
            : issued));

    [Fact, Trait("rule", "C1")]
    public void C1_A_generation_that_ends_before_it_begins_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<GenerationIssued>((_, issued) => issued with
        {
            Validity = issued.Validity with { NotBefore = issued.Validity.NotAfter + Duration.Epsilon },
        }));

    [Fact, Trait("rule", "C1"), Trait("rule", "A3")]
    public void A3_C1_Nothing_is_fulfilled_unapproved_unverified_or_unpaid() =>
        CertificateWalk.Walker.Check(NothingIsFulfilledUnapprovedUnverifiedOrUnpaid);

    [Fact, Trait("rule", "C1")]
    public void C1_An_issuance_of_what_is_not_ready_is_found() => Finds(
        NothingIsFulfilledUnapprovedUnverifiedOrUnpaid,
        CertificateWalk.Accepting("ApplicationNotReady", (state, command) => command is IntendIssuance intend
            ? new IssuanceIntended(state.Open!.Number, 1, intend.Serial, intend.TbsDigest, intend.SigningKey, intend.Validity, intend.At)
            : new ApplicationRejected(state.Open!.Number, Example.Reviewer, "not ready", command.At)));

    [Fact, Trait("rule", "A3")]
    public void A3_Papers_that_nobody_found_complete_are_found() => Finds(
        NothingIsFulfilledUnapprovedUnverifiedOrUnpaid,
        CertificateWalk.With(evolve: (state, happened) => happened is MaterialProvided && happened.Evolve(state) is KnownCertificate { Open: { } open } known
            ? known with { Open = open with { AreMaterialsComplete = true } }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "C5"), Trait("rule", "C7")]
    public void C5_C7_Generations_are_counted_and_none_comes_of_nothing() => CertificateWalk.Walker.Check(GenerationsAreCountedAndNoneComesOfNothing);

    [Fact, Trait("rule", "C5")]
    public void C5_A_second_generation_for_one_grant_is_found() => Finds(GenerationsAreCountedAndNoneComesOfNothing, CertificateWalk.With(
        (state, command) => state is IssuedCertificate { Intent: null, Grant: { Generation: not null } grant } issued && command is CompleteUpdate
            ? new GenerationIssued(
                grant.Application, issued.Generations.Length + 1, Example.Serial(90), issued.Current.Validity, Example.Signed, command.At)
            : CertificateWalk.Walker.Decide(state, command),
        (state, happened) => happened is GenerationIssued issued && state is IssuedCertificate { Intent: null, Grant.Generation: not null } c
            ? c with { Generations = c.Generations.Add(new Generation(issued.Generation, issued.Serial, issued.Validity, issued.Certificate)) }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "C1")]
    public void C1_A_serial_is_used_once_and_never_after_it_was_burned() => CertificateWalk.Walker.Check(ASerialIsUsedOnceAndNeverAfterItWasBurned);

    [Fact, Trait("rule", "C1")]
    public void C1_A_serial_that_is_used_again_is_found() => Finds(
        ASerialIsUsedOnceAndNeverAfterItWasBurned,
        CertificateWalk.Accepting("SerialAlreadyUsed", (state, command) =>
        {
            var (intend, plan) = ((IntendIssuance)command, IssuancePlan.For(state, command.At).Plan!);
            return new IssuanceIntended(plan.Application, plan.Generation, intend.Serial, intend.TbsDigest, intend.SigningKey,
                plan.Validity, intend.At);
        }));

    [Fact, Trait("rule", "C1")]
    public void C1_A_burned_serial_that_is_forgotten_is_found() => Finds(
        ASerialIsUsedOnceAndNeverAfterItWasBurned,
        CertificateWalk.With(evolve: (state, happened) =>
            happened is GenerationIssued && happened.Evolve(state) is IssuedCertificate issued
                ? issued with { BurnedSerials = [] }
                : happened.Evolve(state)));

    [Fact, Trait("rule", "C1")]
    public void C1_The_other_half_of_a_burned_pair_that_is_forgotten_is_found() => Finds(
        ASerialIsUsedOnceAndNeverAfterItWasBurned,
        CertificateWalk.With(evolve: (state, happened) =>
            happened is IssuanceAbandoned abandoned && state is KnownCertificate { Intent.Encryption: not null } known
                ? known with { Intent = null, BurnedSerials = known.BurnedSerials.Add(abandoned.Serial) }
                : happened.Evolve(state)));

    [Fact, Trait("rule", "C1")]
    public void C1_A_generation_with_half_of_its_pair_is_found() => Finds(
        ASerialIsUsedOnceAndNeverAfterItWasBurned,
        CertificateWalk.With(evolve: (state, happened) => happened is GenerationIssued && happened.Evolve(state) is HeldCertificate held
            ? held with { Generations = [.. held.Generations.Select(g => g with { Encryption = null })] }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "C6"), Trait("rule", "C7")]
    public void C6_C7_What_was_changed_or_lost_is_valid_no_more() => CertificateWalk.Walker.Check(WhatWasChangedOrLostIsValidNoMore);

    [Fact, Trait("rule", "C7")]
    public void C7_A_lost_generation_that_stays_valid_is_found() => Finds(
        WhatWasChangedOrLostIsValidNoMore, CertificateWalk.Recounting((_, events) => events.Where(e => e is not GenerationRevoked)));

    [Fact, Trait("rule", "P2")]
    public void P2_Money_adds_up() => CertificateWalk.Walker.Check(MoneyAddsUp);

    [Fact, Trait("rule", "P2")]
    public void P2_A_transfer_that_forgets_the_ones_before_it_is_found() => Finds(
        MoneyAddsUp,
        CertificateWalk.Altering<TransferCounted>((state, counted) => counted with { Missing = state.Open!.Charge.Total.Beyond(counted.Amount) }));

    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_that_counts_twice_is_found() => Finds(
        MoneyAddsUp,
        CertificateWalk.Altering<TransferCounted>((_, counted) => counted with { Reference = Example.Transfer1 }));

    [Fact, Trait("rule", "A3")]
    public void A3_A_withdrawal_that_keeps_a_payment_is_found() => Finds(
        MoneyAddsUp,
        CertificateWalk.Altering<ApplicationWithdrawn>((_, withdrawn) => withdrawn.Refunds.IsEmpty ? withdrawn : withdrawn with { Refunds = withdrawn.Refunds.RemoveAt(0) }));

    [Fact, Trait("rule", "A2"), Trait("rule", "D4")]
    public void A2_D4_What_was_paid_is_obtained_and_invoiced_or_goes_back() => CertificateWalk.Walker.Check(WhatWasPaidIsObtainedOrGoesBack);

    [Fact, Trait("rule", "A2"), Trait("rule", "D4")]
    public void A2_D4_A_paid_grant_that_ends_with_its_certificate_and_is_forgotten_is_found() => Finds(
        WhatWasPaidIsObtainedOrGoesBack, CertificateWalk.Recounting((_, events) => events.Where(e => e is not GrantEnded)));

    [Fact, Trait("rule", "D4")]
    public void D4_An_invoice_stands_for_what_was_paid() => CertificateWalk.Walker.Check(AnInvoiceStandsForWhatWasPaid);

    [Fact, Trait("rule", "D4")]
    public void D4_An_invoice_of_another_amount_is_found() => Finds(
        AnInvoiceStandsForWhatWasPaid, CertificateWalk.Altering<InvoicePromised>((_, promised) => promised with { Amount = promised.Amount + Money.FromFen(1) }));

    [Fact, Trait("rule", "C9"), Trait("rule", "S6")]
    public void C9_S6_Each_generation_and_each_seal_expires_once_at_its_end() => CertificateWalk.Walker.Check(EachGenerationExpiresOnceAtItsNotAfter);

    [Fact, Trait("rule", "C9")]
    public void C9_An_expiry_as_of_the_sweep_is_found() => Finds(
        EachGenerationExpiresOnceAtItsNotAfter,
        CertificateWalk.Altering<CertificateExpired>((_, expired) => expired with { At = expired.At + Duration.FromDays(1) }));

    [Fact, Trait("rule", "S6")]
    public void S6_A_seal_that_expires_as_of_the_sweep_is_found() => Finds(
        EachGenerationExpiresOnceAtItsNotAfter,
        CertificateWalk.Altering<SealExpired>((_, expired) => expired with { At = expired.At + Duration.FromDays(1) }));

    [Fact, Trait("rule", "S1"), Trait("rule", "S2"), Trait("rule", "C6"), Trait("rule", "C7")]
    public void C6_C7_S1_S2_A_seal_names_the_live_generation_and_never_outlives_it() =>
        CertificateWalk.Walker.Check(ASealNamesTheLiveGenerationAndNeverOutlivesIt);

    [Fact, Trait("rule", "S2")]
    public void S2_A_seal_that_outlives_its_certificate_is_found() => Finds(
        ASealNamesTheLiveGenerationAndNeverOutlivesIt, CertificateWalk.Altering<SealMade>((_, made) => made with { NotAfter = made.NotAfter.PlusDays(1) }));

    [Fact, Trait("rule", "C6"), Trait("rule", "C7")]
    public void C6_C7_A_seal_that_is_not_remade_for_a_new_generation_is_found() => Finds(
        ASealNamesTheLiveGenerationAndNeverOutlivesIt,
        CertificateWalk.Recounting((_, events) => events.Where(e => e is not SealMade { Cause: SealCause.NewGeneration })));

    [Fact, Trait("rule", "C8")]
    public void C8_A_revocation_is_final() => CertificateWalk.Walker.Check(ARevocationIsFinal);

    [Fact, Trait("rule", "C8")]
    public void C8_A_seal_that_outlives_a_revocation_is_found() => Finds(
        ARevocationIsFinal,
        CertificateWalk.With(evolve: (state, happened) => happened is CertificateRevoked && happened.Evolve(state) is RevokedCertificate revoked
            ? revoked with { Seals = ((IssuedCertificate)state).Seals }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "C8")]
    public void C8_A_certificate_that_comes_back_is_found() => Finds(
        ARevocationIsFinal,
        CertificateWalk.Accepting(
            "CertificateIsRevoked",
            (_, command) => new HandlerChanged(Example.TheHandler, null, null, command.At),
            (state, happened) => state is RevokedCertificate c && happened is HandlerChanged
                ? new IssuedCertificate(c.Id, c.Platform, c.Holder) { Handler = c.Handler, Generations = c.Generations, CurrentGeneration = c.CurrentGeneration }
                : happened.Evolve(state)));

    [Fact, Trait("rule", "D5")]
    public void D5_Every_promise_is_a_working_day() => CertificateWalk.Walker.Check(EveryPromiseIsAWorkingDay);

    [Fact, Trait("rule", "D5")]
    public void D5_A_promise_that_counts_every_day_is_found() => Finds(
        EveryPromiseIsAWorkingDay,
        CertificateWalk.Altering<InvoicePromised>((_, promised) => promised with { By = promised.By with { Date = Shanghai.DateOf(promised.At).PlusDays(2) } }));

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public void D1_D2_A_parcel_is_promised_when_it_is_ready_and_only_then() => CertificateWalk.Walker.Check(AParcelIsPromisedWhenItIsReadyAndOnlyThen);

    [Fact, Trait("rule", "D1")]
    public void D1_A_parcel_that_is_promised_with_the_payment_whatever_else_is_missing_is_found() => Finds(
        AParcelIsPromisedWhenItIsReadyAndOnlyThen,
        CertificateWalk.Recounting((_, events) => events.Any(e => e is ApplicationPaid) && !events.Any(e => e is ParcelPromised)
            ? events.Add(Example.Parcel("2025-03-11", events[0].At, ((ApplicationEvent)events[0]).Application))
            : events));

    [Fact]
    public void A_foreign_event_folds_or_says_that_it_is_impossible() =>
        CertificateWalk.Walker.Check(ForeignEventsFoldOrSayThatTheyAreImpossible(CertificateWalk.Walker.Evolve));

    [Fact]
    public void A_foreign_event_that_fails_in_another_way_is_found() => Finds(
        ForeignEventsFoldOrSayThatTheyAreImpossible((state, happened) =>
            happened is UpdateGranted ? happened.Evolve((IssuedCertificate)state) : happened.Evolve(state)),
        CertificateWalk.Walker);

    private void Finds(Action<Walk<Certificate>> invariant, Walker<Certificate> wrong)
    {
        // What is rare takes longer to be found; the search ends with the first find.
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(20 * Walker<Certificate>.Runs, invariant));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }

    /// <summary>An event whose fold depends on how often it was folded.</summary>
    private sealed record FoldsOnce(ApplicationApproved Right) : ApplicationEvent(Right.Application, Right.At)
    {
        private bool folded;

        public override Certificate Evolve(Certificate state)
        {
            var first = !folded;
            folded = true;
            return first ? Right.Evolve(state) : state;
        }
    }
}
