using NodaTime;
using ScCa.Domain.Units;
using Xunit;
using static ScCa.Domain.Tests.Units.UnitExample;

namespace ScCa.Domain.Tests.Units;

public sealed class RoleAccountTests
{
    [Fact, Trait("rule", "U4")]
    public void U4_A_declared_account_waits_for_the_platforms_review_and_then_stands() => UnitLives.OneHandler
        .When(UnitCommands.Declare()).Then(new RoleAccountDeclared(TheUnit, Trade, Maker, Account, "check-1", DeclaredAt))
        .When(UnitCommands.Declare(OtherAccount)).ThenRefused("U4", "RoleAccountUnderReview", ("kind", "maker"), ("account", "sc0006"))
        .When(UnitCommands.DeclareNone()).ThenRefused("U4", "RoleAccountUnderReview", ("kind", "maker"), ("account", "sc0006"))
        .When(UnitCommands.Approve()).Then(new RoleAccountApproved(TheUnit, Trade, Maker, Account, Example.Reviewer, DeclaredAt))
        .When(UnitCommands.Declare(OtherAccount)).ThenRefused("U4", "RoleAccountAlreadyApproved", ("kind", "maker"), ("account", "sc0006"))
        .When(UnitCommands.DeclareNone()).ThenRefused("U4", "RoleAccountAlreadyApproved", ("kind", "maker"), ("account", "sc0006"));

    [Fact, Trait("rule", "U4")]
    public void U4_A_rejected_account_may_be_declared_again_or_given_up() => UnitLives.Pending
        .When(UnitCommands.Reject()).Then(new RoleAccountRejected(TheUnit, Trade, Maker, Account, "not this unit's", Example.Reviewer, DeclaredAt))
        .When(UnitCommands.DeclareNone()).Then(new NoRoleAccountDeclared(TheUnit, Trade, Maker, DeclaredAt))
        .When(UnitCommands.Declare(OtherAccount)).ThenState(unit =>
            Assert.Equal(new PendingRoleAccount(OtherAccount), ((RegisteredUnit)unit).On(Trade).Account(Maker)));

    [Fact, Trait("rule", "U4")]
    public void U4_No_account_is_an_answer_given_once_and_taken_back_by_declaring_one() => UnitLives.OneHandler
        .When(UnitCommands.DeclareNone()).Then(new NoRoleAccountDeclared(TheUnit, Trade, Maker, DeclaredAt))
        .When(UnitCommands.DeclareNone()).ThenRefused("U4", "NoRoleAccountAlreadyDeclared", ("kind", "maker"))
        .When(UnitCommands.Declare()).ThenState(unit => Assert.Equal(new PendingRoleAccount(Account), ((RegisteredUnit)unit).On(Trade).Account(Maker)));

    [Fact, Trait("rule", "U4")]
    public void U4_Each_kind_goes_its_own_way() => UnitLives.Approved
        .When(UnitCommands.DeclareNone(Carrier)).ThenState(_ => { })
        .When(UnitCommands.Approve(kind: Carrier)).ThenRefused("U4", "RoleAccountNotUnderReview", ("kind", "carrier"));

    [Fact, Trait("rule", "U4")]
    public void U4_Only_the_account_that_was_judged_is_approved_or_rejected()
    {
        UnitLives.DeclaredAgain.When(UnitCommands.Approve()).ThenRefused("U4", "RoleAccountNotUnderReview", ("kind", "maker"), ("account", "sc0006"));
        UnitLives.DeclaredAgain.When(UnitCommands.Reject()).ThenRefused("U4", "RoleAccountNotUnderReview", ("kind", "maker"), ("account", "sc0006"));
        foreach (var life in new[] { UnitLives.OneHandler, UnitLives.Approved, UnitLives.Rejected, UnitLives.WithoutAccount })
        {
            life.When(UnitCommands.Approve()).ThenRefused("U4", "RoleAccountNotUnderReview");
            life.When(UnitCommands.Reject()).ThenRefused("U4", "RoleAccountNotUnderReview");
        }
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_rejection_needs_its_reason()
    {
        UnitLives.Pending.When(UnitCommands.Reject(reason: "")).ThenRefused("A3", "ReasonMissing");
        UnitLives.Pending.When(UnitCommands.Reject(reason: "  ")).ThenRefused("A3", "ReasonMissing");
    }

    [Fact, Trait("rule", "A5")]
    public void A5_Which_kinds_there_are_is_the_platforms_to_say()
    {
        UnitLives.OneHandler.When(UnitCommands.Declare(kind: new("driver")))
            .ThenRefused("A5", "RoleAccountKindNotOffered", ("kind", "driver"), ("platform", "@招采平台|Trade platform"));
        UnitLives.OneHandler.When(UnitCommands.DeclareNone(new("driver")))
            .ThenRefused("A5", "RoleAccountKindNotOffered", ("kind", "driver"), ("platform", "@招采平台|Trade platform"));
        UnitLives.OneHandler.When(UnitCommands.Declare(platform: TestPolicies.Gov)).ThenRefused("A5", "RoleAccountKindNotOffered", ("kind", "maker"));
        UnitLives.OneHandler.When(UnitCommands.ApplyFor(TestPolicies.Gov)).ThenRefused("A5", "RoleAccountsNotOffered");
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_that_is_not_served_has_no_accounts()
    {
        UnitLives.OneHandler.When(UnitCommands.Declare(platform: TestPolicies.Unserved)).ThenRefused("A5", "PlatformNotServed", ("platform", "unserved"));
        UnitLives.OneHandler.When(UnitCommands.DeclareNone(platform: TestPolicies.Unserved)).ThenRefused("A5", "PlatformNotServed");
        UnitLives.OneHandler.When(UnitCommands.ApplyFor(TestPolicies.Unserved)).ThenRefused("A5", "PlatformNotServed");
    }

    [Fact, Trait("rule", "D2")]
    public void D2_The_unit_has_applied_on_the_date_on_which_both_halves_are_done() => UnitLives.OneHandler
        .When(UnitCommands.ApplyFor()).Then(new RoleAccountAppliedFor(TheUnit, Trade, new LocalDate(2025, 3, 5), DeclaredAt))
        .When(UnitCommands.ApplyFor()).ThenRefused("D2", "RoleAccountAlreadyAppliedFor", ("appliedOn", "2025-03-05"))
        .When(UnitCommands.CompleteBase(at: ThursdayNight)).Then(new UserBaseSettingsCompleted(TheUnit, Trade, new LocalDate(2025, 3, 6), ThursdayNight))
        .When(UnitCommands.CompleteBase()).ThenRefused("D2", "UserBaseSettingsAlreadyCompleted", ("completedOn", "2025-03-06"));

    [Fact, Trait("rule", "D2")]
    public void D2_Half_done_is_not_applied()
    {
        Assert.Null(((RegisteredUnit)UnitLives.OneHandler.State).RoleAccountAppliedOn(Trade));
        Assert.Null(((RegisteredUnit)UnitLives.RoleAuthenticated.State).RoleAccountAppliedOn(Trade));
        Assert.Equal(new LocalDate(2025, 3, 6), ((RegisteredUnit)UnitLives.AppliedFor.State).RoleAccountAppliedOn(Trade));
        Assert.Null(((RegisteredUnit)UnitLives.AppliedFor.State).RoleAccountAppliedOn(TestPolicies.Gov));
    }

    [Fact, Trait("rule", "D2")]
    public void D2_A_second_after_Thursday_is_Friday() => UnitLives.RoleAuthenticated
        .When(UnitCommands.CompleteBase(at: ThursdayNight + Duration.FromSeconds(1)))
        .ThenState(unit => Assert.Equal(new LocalDate(2025, 3, 7), ((RegisteredUnit)unit).RoleAccountAppliedOn(Trade)));

    [Fact, Trait("rule", "D2")]
    public void D2_The_user_base_settings_come_after_the_role_authentication()
    {
        UnitLives.OneHandler.When(UnitCommands.CompleteBase()).ThenRefused("D2", "RoleAccountNotAppliedFor");
        UnitLives.RoleAuthenticated.When(UnitCommands.CompleteBase(TestPolicies.Gov)).ThenRefused("D2", "RoleAccountNotAppliedFor");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void An_account_name_is_1_to_60_visible_characters(string text) => Assert.Throws<FormatException>(() => RoleAccountName.Parse(text));

    [Fact]
    public void An_account_name_is_kept_as_written_but_for_blanks_around_it()
    {
        Assert.Equal("qk 2021/药", RoleAccountName.Parse(" qk 2021/药 ").Value);
        UnitLives.OneHandler.After(UnitCommands.Declare(new RoleAccountName("@Operation.New")))
            .When(UnitCommands.Declare()).ThenRefused("U4", "RoleAccountUnderReview", ("account", "@@Operation.New"));
    }
}
