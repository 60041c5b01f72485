using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Properties.CertificateInvariants;

namespace ScCa.Domain.Tests.Properties;

/// <summary>Each property, and next to it something wrong that it finds.</summary>
public sealed class CertificateProperties(ITestOutputHelper output)
{
    [Fact]
    public void The_walks_come_to_every_event_and_to_most_refusals()
    {
        var coverage = CertificateWalk.Walker.Check(_ => { });
        output.WriteLine(coverage.ToString());

        coverage.Requires(
        [
            .. OutcomeTables.CertificateStates.SelectMany(s => s.Life.History).Select(e => e.GetType().Name).Distinct(),
            "A2 ApplicationInProgress", "A3 ApplicationNotReady", "C1 SerialAlreadyUsed", "C1 SignatureNotIntended",
        ]);
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

    [Fact, Trait("rule", "A2")]
    public void A2_At_most_one_application_is_open() => CertificateWalk.Walker.Check(AtMostOneApplicationIsOpen);

    [Fact, Trait("rule", "A2")]
    public void A2_A_second_application_beside_an_open_one_is_found() => Finds(AtMostOneApplicationIsOpen, CertificateWalk.Accepting(
        "ApplicationInProgress",
        (state, command) => new RenewalApplied(
            state.Open!.Number + 1, Example.Under(Stage.InValidity, Verification.KeySignature, Charge.Nothing), Example.OneYear, command.At),
        (state, happened) => happened is RenewalApplied && state.Open is not null ? state : happened.Evolve(state)));

    [Fact, Trait("rule", "C4")]
    public void C4_NotAfter_moves_by_the_term_and_never_back() => CertificateWalk.Walker.Check(NotAfterMovesByTheTermAndNeverBack);

    [Fact, Trait("rule", "C4")]
    public void C4_A_term_that_counts_from_the_grant_in_validity_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<UpdateGranted>((state, granted) =>
            granted with { NotAfter = ((RenewRequest)state.Open!.Request).Term.After(Shanghai.DateOf(granted.At)) }));

    [Fact, Trait("rule", "C1")]
    public void C1_A_generation_that_ends_before_it_begins_is_found() => Finds(
        NotAfterMovesByTheTermAndNeverBack,
        CertificateWalk.Altering<GenerationIssued>((_, issued) => issued with
        {
            Validity = issued.Validity with { NotBefore = issued.Validity.NotAfter + Duration.Epsilon },
        }));

    [Fact, Trait("rule", "C1")]
    public void C1_Nothing_is_fulfilled_unapproved_unverified_or_unpaid() =>
        CertificateWalk.Walker.Check(NothingIsFulfilledUnapprovedUnverifiedOrUnpaid);

    [Fact, Trait("rule", "C1")]
    public void C1_An_issuance_of_what_is_not_ready_is_found() => Finds(
        NothingIsFulfilledUnapprovedUnverifiedOrUnpaid,
        CertificateWalk.Accepting("ApplicationNotReady", (state, command) => command is IntendIssuance intend
            ? new IssuanceIntended(state.Open!.Number, 1, intend.Serial, intend.TbsDigest, intend.SigningKey, intend.Validity, intend.At)
            : Example.Renewed(state.Open!.Number, ((IssuedCertificate)state).NotAfter.PlusYears(1), command.At)));

    [Fact, Trait("rule", "C5")]
    public void C5_One_generation_at_most_comes_of_an_application() => CertificateWalk.Walker.Check(OneGenerationAtMostComesOfAnApplication);

    [Fact, Trait("rule", "C5")]
    public void C5_A_second_generation_for_one_grant_is_found() => Finds(OneGenerationAtMostComesOfAnApplication, CertificateWalk.With(
        (state, command) => state is IssuedCertificate { Grant: { Generation: not null } grant } issued && command is CompleteUpdate
            ? new GenerationIssued(
                grant.Application, issued.Generations.Length + 1, Example.Serial(90), issued.Current.Validity, Example.Signed, command.At)
            : CertificateWalk.Walker.Decide(state, command),
        (state, happened) => happened is GenerationIssued issued && state is IssuedCertificate { Grant.Generation: not null } c
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

    [Fact, Trait("rule", "C9")]
    public void C9_Each_generation_expires_once_at_its_notAfter() => CertificateWalk.Walker.Check(EachGenerationExpiresOnceAtItsNotAfter);

    [Fact, Trait("rule", "C9")]
    public void C9_An_expiry_as_of_the_sweep_is_found() => Finds(
        EachGenerationExpiresOnceAtItsNotAfter,
        CertificateWalk.Altering<CertificateExpired>((_, expired) => expired with { At = expired.At + Duration.FromDays(1) }));

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
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(invariant));
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
