using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class CompleteChangeTests
{
    [Fact, Trait("rule", "C1"), Trait("rule", "C6")]
    public void C1_C6_The_changed_generation_names_the_new_holder_until_the_same_notAfter()
    {
        var (plan, refusal) = IssuancePlan.For(ChangeGranted.State, LastDay);

        Assert.Null(refusal);
        Assert.Equal(
            new IssuancePlan(2, 2, OperationCommands.Renamed, OperationPolicies.Full, Validity.Until(LastDay, NotAfter)), plan);
        ChangeGranted.When(OperationCommands.Intend(Serial2, plan!.Validity, LastDay))
            .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, plan.Validity, LastDay))
            .When(OperationCommands.Record(Serial2, LastDay))
            .Then(new GenerationIssued(2, 2, Serial2, plan.Validity, Signed, LastDay));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C6")]
    public void C1_C6_A_change_that_was_not_pulled_in_validity_is_not_issued_after_it()
    {
        ChangeGranted.When(OperationCommands.Intend(Serial2, Validity.Until(AfterExpiry, NotAfter), AfterExpiry)).ThenRefused("C1", "NothingToIssue");
    }

    [Fact, Trait("rule", "C6")]
    public void C6_Once_written_the_generation_that_names_the_former_holder_is_superseded() => ChangeSigned
        .When(OperationCommands.CompleteUpdate(Serial2, Now))
        .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.Superseded, Now), new UpdateCompleted(2, 2, Now))
        .When(OperationCommands.Renew(Now, proven: Serial2))
        .ThenState(state =>
        {
            var changed = (IssuedCertificate)state;
            Assert.Equal((OperationCommands.Renamed, 2, NotAfter), (changed.Holder, changed.CurrentGeneration, changed.NotAfter));
            Assert.Equal(new Revocation(Now, RevocationReason.Superseded), changed.Generations[0].Revocation);
            Assert.Null(changed.Grant);
        });

    [Fact, Trait("rule", "C6")]
    public void C6_Another_licence_number_changes_the_affiliation() => Issued
        .Fulfilled(OperationCommands.Change(Now, OperationCommands.Relicensed)).Signed(Serial2, Now)
        .When(OperationCommands.CompleteUpdate(Serial2, Now))
        .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.AffiliationChanged, Now), new UpdateCompleted(2, 2, Now));

    [Fact, Trait("rule", "C6")]
    public void C6_A_person_under_another_name_is_superseded_and_in_another_unit_affiliated_anew()
    {
        Changed(OperationCommands.MemberOfUnit with { Person = OperationCommands.Expert.Person with { NameIndex = new Domain.People.NameIndex("name-f") } })
            .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.Superseded, Now), new UpdateCompleted(2, 2, Now));
        Changed(OperationCommands.MemberOfUnit with { Employer = OperationCommands.Relicensed.Self })
            .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.AffiliationChanged, Now), new UpdateCompleted(2, 2, Now));

        static ScCa.Testing.Scenario<Certificate>.Outcome Changed(Holder holder) => IssuedOn("2025-03-10", holder: OperationCommands.MemberOfUnit)
            .Fulfilled(OperationCommands.Change(Now, holder)).Signed(Serial2, Now)
            .When(OperationCommands.CompleteUpdate(Serial2, Now));
    }

    [Fact, Trait("rule", "C6")]
    public void C6_Every_earlier_generation_that_could_still_pass_for_valid_is_revoked()
    {
        var renewed = RenewalGranted.Written(Serial2, Now);

        renewed.Fulfilled(OperationCommands.Change(LastDay, proven: Serial2)).Signed(Serial3, LastDay)
            .When(OperationCommands.CompleteUpdate(Serial3, LastDay))
            .Then(
                new GenerationRevoked(3, 1, Serial1, RevocationReason.Superseded, LastDay),
                new GenerationRevoked(3, 2, Serial2, RevocationReason.Superseded, LastDay), new UpdateCompleted(3, 3, LastDay));
        renewed.Fulfilled(OperationCommands.Change(AfterExpiry, proven: Serial2)).Signed(Serial3, AfterExpiry)
            .When(OperationCommands.CompleteUpdate(Serial3, AfterExpiry))
            .Then(new GenerationRevoked(3, 2, Serial2, RevocationReason.Superseded, AfterExpiry), new UpdateCompleted(3, 3, AfterExpiry));
    }

    [Fact, Trait("rule", "C6")]
    public void C6_A_generation_is_revoked_as_long_as_it_is_valid_the_end_of_its_last_second_included()
    {
        var lastMoment = LastDay + NodaTime.Duration.FromMilliseconds(500);

        Assert.True(ChangeSigned.Held().Current.IsValidAt(lastMoment));
        ChangeSigned.When(OperationCommands.CompleteUpdate(Serial2, lastMoment))
            .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.Superseded, lastMoment), new UpdateCompleted(2, 2, lastMoment));
    }

    [Fact, Trait("rule", "C4"), Trait("rule", "C5")]
    public void C4_C5_A_renewal_leaves_the_old_generation_to_its_own_end() => RenewalSigned
        .When(OperationCommands.CompleteUpdate(Serial2, Now))
        .Then(new UpdateCompleted(2, 2, Now), new InvoicePromised(2, Yuan(200), new PromisedDate(Date("2026-01-14"), []), Now))
        .When(OperationCommands.Unlock(Now, Serial2))
        .ThenState(state => Assert.All(((IssuedCertificate)state).Generations, g => Assert.Null(g.Revocation)));

    [Fact, Trait("rule", "D4"), Trait("rule", "P6")]
    public void D4_P6_A_change_that_was_paid_for_is_invoiced_once_it_is_on_the_key() => Dear
        .Fulfilled(OperationCommands.Change(Now)).Signed(Serial2, Now)
        .When(OperationCommands.CompleteUpdate(Serial2, At("2026-04-30T10:00")))
        .Then(
            new UpdateCompleted(2, 2, At("2026-04-30T10:00")),
            new InvoicePromised(2, Yuan(30), new PromisedDate(Date("2026-05-07"), []), At("2026-04-30T10:00")));

    [Fact, Trait("rule", "C5")]
    public void C5_Another_generation_on_the_key_is_not_the_changed_one()
    {
        ChangeSigned.When(OperationCommands.CompleteUpdate(Serial1, Now)).ThenRefused("C5", "AnotherGenerationWasWritten", ("serial", Serial1.Value));
        ChangeGranted.When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenRefused("C5", "NothingToWrite");
        Nothing.When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenRefused("A3", "CertificateUnknown");
        Revoked.When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
    }
}
