using ScCa.Domain.Tests.Units;
using ScCa.Domain.Units;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every unit, and next to it something wrong that is found.</summary>
public sealed class UnitProperties(ITestOutputHelper output)
{
    [Fact]
    public void The_walks_come_to_every_event_and_every_refusal_of_units()
    {
        var coverage = UnitWalk.Walker.Check(_ => { });
        output.WriteLine(coverage.ToString());

        coverage.Requires(
        [
            .. UnitOutcomes.States.SelectMany(s => s.Life.History).Select(e => e.GetType().Name).Distinct(),
            nameof(HandlerWithdrawn), nameof(HandlerPhoneChanged),
            "U1 UnitUnknown", "U1 UnitAlreadyRegistered", "U1 UnitNameIsTheSame", "U2 UnitUnderAnotherPhone", "U2 UnitHandlerNotProven", "U2 KeyOfAnotherUnit",
            "U2 HandlerAlreadyAuthorized", "U2 HandlerNotAuthorized", "U3 LastHandlerStays", "U4 RoleAccountUnderReview", "U4 RoleAccountAlreadyApproved",
            "U4 NoRoleAccountAlreadyDeclared", "U4 RoleAccountNotUnderReview", "A3 ReasonMissing", "A5 PlatformNotServed", "A5 RoleNotOffered",
            "A5 RoleAccountsNotOffered", "A5 RoleAccountKindNotOffered", "A11 CertificateOfAnotherUnit", "A11 CertificateBoundUnderAnotherRole",
            "A11 AnotherCertificateIsBound", "A11 CertificateAlreadyBound", "A11 CertificateNotBound", "D2 RoleAccountAlreadyAppliedFor",
            "D2 RoleAccountNotAppliedFor", "D2 UserBaseSettingsAlreadyCompleted",
        ]);
    }

    [Fact]
    public void The_fold_of_the_events_is_the_state_that_was_stepped_to() => UnitWalk.Walker.Check(FoldsToTheSameState);

    [Fact]
    public void A_wrong_step_is_found() => Finds(FoldsToTheSameState, UnitWalk.With(evolve: (state, happened) =>
        happened is CertificateUnbound ? state : happened.Evolve(state)));

    [Fact]
    public void What_was_accepted_is_refused_when_it_is_asked_for_again() => RefusingRepeats((state, command) => command.Decide(state, UnitExample.Policies)).Check(_ => { });

    [Fact]
    public void A_repeat_that_writes_again_is_found() => Finds(_ => { }, RefusingRepeats((state, command) =>
        (state, command) is (RegisteredUnit unit, BindCertificate bind) && unit.On(bind.Platform).BoundUnder(bind.Role)?.Certificate == bind.Certificate
            ? new CertificateBound(bind.Unit, bind.Platform, bind.Role, bind.Certificate, bind.Serial, bind.At)
            : command.Decide(state, UnitExample.Policies)));

    [Fact, Trait("rule", "U2")]
    public void U2_No_two_handlers_share_a_phone() => UnitWalk.Walker.Check(HandlersAreApart);

    [Fact, Trait("rule", "U2")]
    public void U2_A_phone_that_two_share_is_found() => Finds(
        HandlersAreApart,
        UnitWalk.Accepting(
            "HandlerAlreadyAuthorized",
            command => command is AuthorizeHandler a
                ? new HandlerAuthorized(a.Unit, a.Handler, a.Evidence, a.At)
                : new HandlerAuthorized(UnitExample.TheUnit, UnitExample.First, UnitExample.ByStaff, command.At),
            (state, happened) => (state, happened) is (RegisteredUnit unit, HandlerAuthorized a)
                ? unit with { Handlers = unit.Handlers.Add(a.Handler) }
                : happened.Evolve(state)));

    [Fact, Trait("rule", "U2")]
    public void U2_Every_change_of_handlers_is_vouched_for_by_staff_or_the_units_own_key() => UnitWalk.Walker.Check(ChangesAreVouchedFor);

    [Fact, Trait("rule", "U2")]
    public void U2_A_change_on_another_units_key_is_found() => Finds(ChangesAreVouchedFor, UnitWalk.With((state, command) =>
        (state, command) is (RegisteredUnit unit, AuthorizeHandler { Evidence.Key: not null } a) && unit.HandlerOf(a.Handler.Subject) is null
            ? new HandlerAuthorized(a.Unit, a.Handler, a.Evidence, a.At)
            : command.Decide(state, UnitExample.Policies)));

    [Fact, Trait("rule", "U3")]
    public void U3_What_is_bound_or_declared_has_a_handler() => UnitWalk.Walker.Check(WhatIsRepresentedHasAHandler);

    [Fact, Trait("rule", "U3")]
    public void U3_A_last_handler_who_leaves_something_behind_is_found() => Finds(
        WhatIsRepresentedHasAHandler,
        UnitWalk.Accepting("LastHandlerStays", command => command is WithdrawHandler w
            ? new HandlerWithdrawn(w.Unit, w.Handler, UnitExample.First.PhoneIndex, w.Evidence, w.At)
            : throw new TestFailedException("Only a withdrawal is refused for that.")));

    [Fact, Trait("rule", "U4")]
    public void U4_Nothing_is_approved_but_what_was_declared_and_waits() => UnitWalk.Walker.Check(ReviewsJudgeWhatWaits);

    [Fact, Trait("rule", "U4")]
    public void U4_A_review_of_another_account_is_found() => Finds(
        ReviewsJudgeWhatWaits,
        UnitWalk.Accepting(
            "RoleAccountNotUnderReview",
            command => new RoleAccountApproved(
                UnitExample.TheUnit, UnitExample.Trade, UnitExample.Maker, UnitExample.Account, Example.Reviewer, command.At),
            (state, happened) => happened is RoleAccountApproved ? state : happened.Evolve(state)));

    [Fact, Trait("rule", "A11")]
    public void A11_A_certificate_is_bound_under_one_role_of_a_platform() => UnitWalk.Walker.Check(BindingsAreApart);

    [Fact, Trait("rule", "A11")]
    public void A11_A_certificate_under_two_roles_is_found() => Finds(
        BindingsAreApart,
        UnitWalk.Accepting("CertificateBoundUnderAnotherRole", command => command switch
        {
            BindCertificate b => new CertificateBound(b.Unit, b.Platform, b.Role, b.Certificate, b.Serial, b.At),
            UnbindCertificate u => new CertificateBound(u.Unit, u.Platform, u.Role, u.Certificate, Example.Serial1, u.At),
            _ => throw new TestFailedException("Nothing else is refused for that."),
        },
        (state, happened) => happened is CertificateBound b && state is RegisteredUnit unit && unit.On(b.Platform) is var standing
            ? unit with
            {
                Platforms = unit.Platforms.SetItem(
                    b.Platform.Value, standing with { Bindings = standing.Bindings.SetItem(b.Role.Value, new BoundCertificate(b.Certificate, b.Serial)) }),
            }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "D2")]
    public void D2_The_date_of_the_application_is_that_of_its_second_half() => UnitWalk.Walker.Check(AppliedOnTheDateOfTheSecondHalf);

    [Fact, Trait("rule", "D2")]
    public void D2_A_date_that_is_the_first_halfs_is_found() => Finds(AppliedOnTheDateOfTheSecondHalf, UnitWalk.With(evolve: (state, happened) =>
        happened is UserBaseSettingsCompleted completed && state is RegisteredUnit unit
            ? (completed with { On = unit.On(completed.Platform).RoleAuthenticatedOn!.Value }).Evolve(state)
            : happened.Evolve(state)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => UnitWalk.Walker.Check(walk =>
    {
        foreach (var happened in Everything)
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
            if (walk.State is UnregisteredUnit)
                Assert.Equal(happened is UnitRegistered, follows is null);
        }
    });

    private static IEnumerable<Event<Unit>> Everything =>
    [
        .. UnitOutcomes.States.SelectMany(s => s.Life.History).DistinctBy(e => e.GetType()),
        new HandlerWithdrawn(UnitExample.TheUnit, UnitExample.First.Subject, UnitExample.First.PhoneIndex, UnitExample.ByStaff, UnitExample.DeclaredAt),
        new HandlerPhoneChanged(
            UnitExample.TheUnit, UnitExample.First.Subject, UnitExample.First.PhoneIndex, UnitExample.FirstMoved, UnitExample.ByKey, UnitExample.DeclaredAt),
    ];

    private static Walker<Unit> RefusingRepeats(Func<Unit, Command<Unit>, Decision<Unit>> decide) => UnitWalk.With((state, command) =>
    {
        var decision = decide(state, command);
        if (decision is Decision<Unit>.Accepted { Events: var events })
        {
            var after = events.Aggregate(state, (s, happened) => happened.Evolve(s));
            Assert.True(decide(after, command) is Decision<Unit>.Refused, $"{command.GetType().Name} was accepted twice.");
        }

        return decision;
    });

    private static void FoldsToTheSameState(Walk<Unit> walk) =>
        Assert.Equal(Describe.Value(walk.State), Describe.Value(walk.History.Aggregate(Unit.Initial, (state, happened) => happened.Evolve(state))));

    private static void HandlersAreApart(Walk<Unit> walk)
    {
        if (walk.State is not RegisteredUnit unit)
            return;
        Assert.Equal(unit.Handlers.Length, unit.Handlers.Select(h => h.PhoneIndex).Distinct().Count());
        Assert.Equal(unit.Handlers.Length, unit.Handlers.Select(h => h.Subject).Distinct().Count());
    }

    private static void ChangesAreVouchedFor(Walk<Unit> walk)
    {
        foreach (var happened in walk.History)
        {
            var evidence = happened switch
            {
                HandlerAuthorized e => e.Evidence,
                HandlerWithdrawn e => e.Evidence,
                HandlerPhoneChanged e => e.Evidence,
                _ => UnitExample.ByStaff,
            };
            Assert.True(evidence is { Staff: not null } or { Key: not null }, "Nobody vouches.");
            Assert.True(evidence.Key is null || evidence.Key.Holder == UnitExample.TheUnit, "Another unit's key vouches.");
        }
    }

    private static void WhatIsRepresentedHasAHandler(Walk<Unit> walk) =>
        Assert.False(walk.State is RegisteredUnit { IsRepresented: true, Handlers: [] }, "Nobody is there to answer for it.");

    private static void ReviewsJudgeWhatWaits(Walk<Unit> walk)
    {
        var waiting = new Dictionary<(string, string), RoleAccountName>();
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case RoleAccountDeclared e:
                    waiting.Add((e.Platform.Value, e.Kind.Value), e.Account);
                    break;
                case RoleAccountApproved e:
                    Assert.True(waiting.Remove((e.Platform.Value, e.Kind.Value), out var approved) && approved == e.Account, "Something else was approved.");
                    break;
                case RoleAccountRejected e:
                    Assert.True(waiting.Remove((e.Platform.Value, e.Kind.Value), out var rejected) && rejected == e.Account, "Something else was rejected.");
                    break;
            }
        }
    }

    private static void BindingsAreApart(Walk<Unit> walk)
    {
        if (walk.State is not RegisteredUnit unit)
            return;
        foreach (var standing in unit.Platforms.Values)
            Assert.Equal(standing.Bindings.Count, standing.Bindings.Values.Select(b => b.Certificate).Distinct().Count());
    }

    private static void AppliedOnTheDateOfTheSecondHalf(Walk<Unit> walk)
    {
        var second = walk.Of<UserBaseSettingsCompleted>().Select(e => e.Event).SingleOrDefault();
        if (walk.State is RegisteredUnit unit)
            Assert.Equal(second is null ? null : Shanghai.DateOf(second.At), unit.RoleAccountAppliedOn(UnitExample.Trade));
        Assert.True(second is null || walk.Of<RoleAccountAppliedFor>().Single().Event.At <= second.At, "The second half came before the first.");
    }

    private void Finds(Action<Walk<Unit>> invariant, Walker<Unit> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(invariant));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
