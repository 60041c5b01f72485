using FsCheck.Fluent;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Dispatch;

/// <summary>The posting day that awaits the unit's role account (D2).</summary>
public sealed class RoleAccountTests
{
    // Completed on Wednesday 2025-11-05, as in example 33.
    private static readonly Scenario<Certificate> CompletedOnWednesday = StepLives.SealApproved.After(Commands.Count(250, at: NoonOf("2025-11-05")));

    [Theory, Trait("rule", "D2")]
    [InlineData(26, "2025-09-25", "2025-09-26")]
    [InlineData(27, "2025-09-26", "2025-10-10")]
    [InlineData(27, "2025-09-28", "2025-10-10")]
    [InlineData(28, "2025-12-31", "2026-01-09")]
    [InlineData(29, "2026-02-13", "2026-02-27")]
    [InlineData(30, "2026-06-17", "2026-06-26")]
    [InlineData(31, "2026-09-18", "2026-10-09")]
    [InlineData(31, "2026-09-22", "2026-10-09")]
    public void Examples_26_to_31_D2_Completed_until_Thursday_it_goes_on_Friday_and_a_holiday_Friday_gives_way(int example, string completed, string posted)
    {
        Assert.InRange(example, 26, 31);
        foreach (var time in new[] { "T00:00", "T23:59:59" })
        {
            Assert.Equal(
                new PromisedParcel(1, new PromisedDate(Date(posted), []), Date(completed), StepPolicies.Fridays),
                ParcelOf(StepLives.SealApproved.After(Commands.Count(250, at: At(completed + time))).State));
        }
    }

    [Fact, Trait("rule", "D2")]
    public void Example_32_D2_Friday_begins_in_Shanghai()
    {
        Assert.Equal(Date("2025-11-14"), ParcelOf(StepLives.SealApproved.After(Commands.Count(250, at: At("2025-11-06T16:30:00Z"))).State)!.By.Date);
        Assert.Equal(Date("2025-11-07"), ParcelOf(StepLives.SealApproved.After(Commands.Count(250, at: At("2025-11-06T15:59:59Z"))).State)!.By.Date);
    }

    [Fact, Trait("rule", "D2")]
    public void Example_33_D2_Applied_for_by_Thursday_the_parcel_stays_and_from_Friday_it_goes_a_week_later()
    {
        var (thursday, friday) = (NoonOf("2025-11-06"), NoonOf("2025-11-07"));

        CompletedOnWednesday.When(StepCommands.NoteRoleAccount(at: thursday)).Then(new RoleAccountNoted(Date("2025-11-06"), thursday));
        CompletedOnWednesday.When(StepCommands.NoteRoleAccount(at: friday)).Then(
            new RoleAccountNoted(Date("2025-11-07"), friday), Promised("2025-11-14", friday));
    }

    [Fact, Trait("rule", "D2")]
    public void Example_33_D2_Once_the_cut_off_has_passed_without_it_the_parcel_is_postponed_once_a_week()
    {
        var (thursday, friday, nextFriday) = (NoonOf("2025-11-06"), At("2025-11-07T00:00"), At("2025-11-14T00:00"));

        CompletedOnWednesday.When(StepCommands.Postpone(thursday)).ThenRefused("D2", "NothingToPostpone");
        CompletedOnWednesday.When(StepCommands.Postpone(friday)).Then(Promised("2025-11-14", friday))
            .When(StepCommands.Postpone(friday)).ThenRefused("D2", "NothingToPostpone")
            .When(StepCommands.Postpone(nextFriday)).Then(Promised("2025-11-21", nextFriday));
    }

    [Fact, Trait("rule", "D2")]
    public void D2_Told_late_of_what_was_applied_for_in_time_the_parcel_goes_on_the_first_Friday_after_all()
    {
        var friday = NoonOf("2025-11-07");

        CompletedOnWednesday.After(StepCommands.Postpone(friday))
            .When(StepCommands.NoteRoleAccount(Date("2025-11-06"), friday))
            .Then(new RoleAccountNoted(Date("2025-11-06"), friday), Promised("2025-11-07", friday));
    }

    [Fact, Trait("rule", "D2")]
    public void D2_Applied_for_before_the_completion_it_holds_nothing_back()
    {
        var early = StepLives.SealApproved.After(StepCommands.NoteRoleAccount(at: NoonOf("2025-11-01")));

        Assert.Equal(Date("2025-11-07"), ParcelOf(early.After(Commands.Count(250, at: NoonOf("2025-11-05"))).State)!.By.Date);
        early.After(Commands.Count(250, at: NoonOf("2025-11-05"))).When(StepCommands.Postpone(NoonOf("2025-11-07"))).ThenRefused("D2", "NothingToPostpone");
    }

    [Theory, Trait("rule", "D2")]
    [InlineData("2025-11-06")]
    [InlineData("2025-11-07")]
    [InlineData("2031-01-01")]
    public void D2_A_day_that_is_yet_to_come_is_not_noted(string day)
    {
        StepLives.SealApproved.When(StepCommands.NoteRoleAccount(Date(day), At("2025-11-05T23:59:59"))).ThenRefused("D2", "RoleAccountInTheFuture", ("appliedOn", day));
        StepLives.RoleAccountNoted.When(StepCommands.NoteRoleAccount(Date(day), NoonOf("2025-11-05"))).ThenRefused("D2", "RoleAccountAlreadyNoted");
        StepLives.SealApproved.When(StepCommands.NoteRoleAccount(Date("2025-11-05"), At("2025-11-05T00:00:00")))
            .Then(new RoleAccountNoted(Date("2025-11-05"), At("2025-11-05T00:00:00")));
    }

    [Fact, Trait("rule", "D2")]
    public void D2_A_history_in_which_a_later_day_was_noted_counts_from_that_day()
    {
        // Written before a day to come was refused.
        var late = StepLives.SealApproved.Given(new RoleAccountNoted(Date("2025-11-07"), NoonOf("2025-11-05")));

        Assert.Equal(Date("2025-11-14"), ParcelOf(late.After(Commands.Count(250, at: NoonOf("2025-11-05"))).State)!.By.Date);
    }

    [Fact, Trait("rule", "D2")]
    public void D2_It_is_noted_once() => StepLives.RoleAccountNoted
        .When(StepCommands.NoteRoleAccount())
        .ThenRefused("D2", "RoleAccountAlreadyNoted", ("appliedOn", "2025-03-11"));

    [Fact, Trait("rule", "D1"), Trait("rule", "D2")]
    public void D1_D2_A_parcel_that_awaits_no_role_account_is_never_moved()
    {
        Lives.Issued.When(StepCommands.NoteRoleAccount(at: NoonOf("2025-12-01"))).Then(new RoleAccountNoted(Date("2025-12-01"), NoonOf("2025-12-01")));
        Lives.Issued.When(StepCommands.Postpone(NoonOf("2025-12-01"))).ThenRefused("D2", "NothingToPostpone");
        Lives.Posted.When(StepCommands.Postpone(NoonOf("2025-12-01"))).ThenRefused("D2", "NothingToPostpone");
    }

    [Fact, Trait("rule", "D2")]
    public void D2_Once_posted_nothing_is_postponed() => StepLives.WeeklyIssued
        .After(Commands.Post())
        .When(StepCommands.Postpone(NoonOf("2025-12-01")))
        .ThenRefused("D2", "NothingToPostpone");

    [Fact, Trait("rule", "C8"), Trait("rule", "D2")]
    public void C8_D2_For_a_revoked_certificate_no_role_account_is_noted_and_no_parcel_postponed()
    {
        OperationLives.Revoked.When(StepCommands.NoteRoleAccount()).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
        OperationLives.Revoked.When(StepCommands.Postpone()).ThenRefused("D2", "NothingToPostpone");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_noted_or_postponed_where_nothing_was_applied_for()
    {
        Lives.Nothing.When(StepCommands.NoteRoleAccount()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.Postpone()).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "D2"), Trait("rule", "D5")]
    public void D2_D5_Whenever_it_is_completed_the_key_goes_on_a_worked_Friday_whose_Thursday_was_not_past() => Property.Check(
        Gen.Choose(0, 1000),
        days =>
        {
            var completed = new LocalDate(2024, 1, 1).PlusDays(days);
            var by = StepPolicies.Fridays.PostedOn(completed, TestPolicies.Calendar).Date;
            Assert.Equal(IsoDayOfWeek.Friday, by.DayOfWeek);
            Assert.True(TestPolicies.Calendar.IsWorkingDay(by), "The Friday is a holiday.");
            Assert.True(completed < by, "It went on a Friday whose Thursday was past.");
            for (var earlier = by.PlusWeeks(-1); earlier > completed; earlier = earlier.PlusWeeks(-1))
                Assert.False(TestPolicies.Calendar.IsWorkingDay(earlier), "An earlier Friday would have done.");
        });

    private static ParcelPromised Promised(string by, Instant at) =>
        new(1, new PromisedDate(Date(by), []), Date("2025-11-05"), StepPolicies.Fridays, at);

    private static PromisedParcel? ParcelOf(Certificate state) => Assert.IsAssignableFrom<KnownCertificate>(state).Parcel;
}
