using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class ChangeCertificateTests
{
    [Fact, Trait("rule", "C6"), Trait("rule", "A6")]
    public void C6_A6_A_change_is_applied_for_with_the_key_and_says_who_the_holder_is_now() => Issued
        .When(OperationCommands.Change(Now))
        .Then(
            new ChangeApplied(2, Issued.After(OperationCommands.Change(Now)).State.Open!.Under, OperationCommands.Renamed, Now),
            new IdentityVerified(2, Verification.KeySignature, ChallengeDigest.Value, Now));

    [Fact, Trait("rule", "C6")]
    public void C6_A_change_stays_within_the_kind_of_holder_and_his_role()
    {
        Issued.When(OperationCommands.Change(Now, OperationCommands.Expert)).ThenRefused("C6", "HolderKindStays", ("kind", "@HolderKind.Unit"));
        Issued.When(OperationCommands.Change(Now, OperationCommands.Expert with { Role = TestPolicies.Supplier })).ThenRefused("C6", "HolderKindStays");
        Issued.When(OperationCommands.Change(Now, OperationCommands.Renamed with { Role = OperationPolicies.Member }))
            .ThenRefused("C6", "HolderKindStays", ("kind", "@HolderKind.Unit"));
    }

    [Fact, Trait("rule", "C6")]
    public void C6_What_leaves_everything_as_it_is_is_no_change() => Issued
        .When(OperationCommands.Change(Now, TheHolder)).ThenRefused("C6", "NothingChanged");

    [Fact, Trait("rule", "A5"), Trait("rule", "C6")]
    public void A5_C6_A_person_whose_role_belongs_to_a_unit_keeps_one()
    {
        var life = IssuedOn("2025-03-10", holder: OperationCommands.MemberOfUnit);

        life.When(OperationCommands.Change(Now, OperationCommands.MemberOfUnit with { Employer = null }))
            .ThenRefused("A5", "UnitOfHolderMissing", ("platform", OperationPolicies.WordsOf(OperationPolicies.Full)));
        life.When(OperationCommands.Change(Now, OperationCommands.MemberOfUnit with { Employer = OperationCommands.Renamed.Self }))
            .ThenState(state => Assert.Equal(Operation.Change, state.Open!.Operation));
        IssuedOn("2025-03-10", holder: OperationCommands.Expert)
            .When(OperationCommands.Change(Now, OperationCommands.Expert with { Person = OperationCommands.Expert.Person with { NameIndex = new("name-f") } }))
            .ThenState(state => Assert.Equal(Operation.Change, state.Open!.Operation));
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "C6")]
    public void C5_C6_What_is_granted_is_written_to_the_key_before_anything_changes_again()
    {
        RenewalGranted.When(OperationCommands.Change(Now))
            .ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"), ("operation", "@Operation.Renew"));
        ChangeSigned.When(OperationCommands.Change(LastDay, OperationCommands.Relicensed))
            .ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2026-03-10"), ("operation", "@Operation.Change"));
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "C6")]
    public void C5_C6_A_grant_that_was_left_until_it_has_nothing_to_give_stands_in_no_way()
    {
        ChangeGranted.When(OperationCommands.Change(AfterExpiry)).ThenRefused("C6", "ChangeNeedsValidCertificate");
        ChangeGranted.When(OperationCommands.Renew(AfterExpiry)).ThenState(state => Assert.Equal(Operation.Renew, state.Open!.Operation));
        ChangeGranted.When(OperationCommands.Renew(LastDay)).ThenRefused("C5", "UpdateAlreadyGranted", ("operation", "@Operation.Change"));
    }

    [Fact, Trait("rule", "C6")]
    public void C6_The_first_obstacle_is_the_one_named()
    {
        var wrong = OperationCommands.Change(AfterExpiry, OperationCommands.Expert);

        RenewalGranted.When(wrong).ThenRefused("C5", "UpdateAlreadyGranted");
        Issued.When(wrong).ThenRefused("C6", "ChangeNeedsValidCertificate");
        Issued.Under(OperationPolicies.Bare).When(wrong with { At = Now }).ThenRefused("C6", "HolderKindStays");
        Issued.Under(OperationPolicies.Bare).When(OperationCommands.Change(Now, TheHolder)).ThenRefused("C6", "NothingChanged");
    }

    [Fact, Trait("rule", "C6"), Trait("rule", "P6")]
    public void C6_P6_Approved_a_change_is_granted_to_the_new_holder_until_the_same_notAfter() => Issued
        .Ready(OperationCommands.Change(Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new UpdateGranted(2, Operation.Change, OperationCommands.Renamed, NotAfter, Yuan(0), false, Now));

    [Fact, Trait("rule", "C6"), Trait("rule", "S1")]
    public void C6_S1_Where_certificate_and_seal_are_one_the_seal_goes_with_the_change() => Coupled
        .Ready(OperationCommands.Change(Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new UpdateGranted(2, Operation.Change, OperationCommands.Renamed, NotAfter, Yuan(0), true, Now));

    [Fact, Trait("rule", "C6")]
    public void C6_Approved_after_expiry_a_change_has_nothing_left_to_give()
    {
        var ready = Issued.Ready(OperationCommands.Change(LastDay));

        ready.When(OperationCommands.Fulfil(2, AfterExpiry)).ThenRefused("C6", "ChangeNeedsValidCertificate", ("notAfter", "2026-03-10"));
        ready.When(OperationCommands.Fulfil(2, LastDay)).ThenState(state => Assert.Equal(NotAfter, ((IssuedCertificate)state).Grant!.NotAfter));
    }
}
