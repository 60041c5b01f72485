using ScCa.Domain.People;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every person's data, and next to it something wrong that is found.</summary>
public sealed class SubjectProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "A10")]
    public void A10_Nothing_is_erased_while_it_is_held_or_before_its_time() => SubjectWalk.Walker.Check(ErasedInTime);

    [Fact, Trait("rule", "A10")]
    public void A10_An_erasure_under_a_legal_hold_is_found() => Finds(ErasedInTime, SubjectWalk.Accepting(
        "SubjectUnderLegalHold", Erased, (state, happened) => happened is SubjectErased ? new ErasedSubject(happened.At) : happened.Evolve(state)));

    [Fact, Trait("rule", "A10")]
    public void A10_An_erasure_before_its_time_is_found() => Finds(ErasedInTime, SubjectWalk.Accepting("ErasureNotYetPermitted", Erased));

    [Fact, Trait("rule", "A10")]
    public void A10_What_was_erased_stays_erased() => SubjectWalk.Walker.Check(ErasedIsFinal);

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_on_what_was_erased_is_found() => Finds(ErasedIsFinal, SubjectWalk.Accepting(
        "SubjectAlreadyErased",
        command => command is PlaceLegalHold hold ? new LegalHoldPlaced(hold.Subject, hold.By, hold.Reason, hold.At) : null,
        (state, happened) => (state, happened) is (ErasedSubject, LegalHoldPlaced) ? Subject.Initial : happened.Evolve(state)));

    [Fact, Trait("rule", "A10")]
    public void A10_Nobody_confirms_what_he_has_ordered_himself() => SubjectWalk.Walker.Check(TakesTwo);

    [Fact, Trait("rule", "A10")]
    public void A10_An_erasure_by_one_person_is_found() => Finds(TakesTwo, SubjectWalk.Accepting(
        "AnotherMustConfirm", command => command is ConfirmErasure c ? new SubjectErased(c.Subject, c.Records.LastNotAfter, c.By, "alone", c.At) : null));

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_lifted_by_one_person_is_found() => Finds(TakesTwo, SubjectWalk.Accepting(
        "AnotherMustConfirm", command => command is LiftLegalHold lift ? new LegalHoldLifted(lift.Subject, lift.By, "alone", lift.At) : null));

    [Fact]
    public void The_fold_of_the_events_is_the_state_that_was_stepped_to() => SubjectWalk.Walker.Check(FoldsToTheSameState);

    [Fact]
    public void A_wrong_step_is_found() =>
        Finds(FoldsToTheSameState, SubjectWalk.With(evolve: (state, happened) => happened is ErasureRequested ? state : happened.Evolve(state)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => SubjectWalk.Walker.Check(walk =>
    {
        foreach (var happened in OutcomeTables.SubjectStates.SelectMany(s => s.Life.History).DistinctBy(e => e.GetType()))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
            if (walk.State is ErasedSubject)
                Assert.NotNull(follows);
        }
    });

    private static SubjectErased? Erased(Command<Subject> command) =>
        command is EraseSubject erase ? new(erase.Subject, erase.LastNotAfter, erase.By, erase.Reason, erase.At) : null;

    private static void ErasedInTime(Walk<Subject> walk)
    {
        var isHeld = false;
        foreach (var happened in walk.History)
        {
            isHeld = happened is LegalHoldPlaced || (isHeld && happened is not LegalHoldLifted);
            if (happened is SubjectErased { LastNotAfter: { } last } erased)
                Assert.True(Shanghai.DateOf(erased.At) >= last.PlusYears(Subject.YearsKept), "Data was erased before its time.");
            Assert.False(isHeld && happened is SubjectErased, "Data was erased that was held.");
        }
    }

    private static void TakesTwo(Walk<Subject> walk)
    {
        StaffId? orderedBy = null;
        foreach (var happened in walk.History)
        {
            Assert.False((happened as SubjectErased)?.By == orderedBy && orderedBy is not null, "Data was erased by whoever ordered it.");
            Assert.False((happened as LegalHoldLifted)?.By == orderedBy && orderedBy is not null, "A hold was lifted by whoever ordered it.");
            orderedBy = happened switch
            {
                ErasureOrdered e => e.By,
                HoldLiftOrdered e => e.By,
                SubjectOrderDropped or LegalHoldPlaced or LegalHoldLifted or SubjectErased => null,
                _ => orderedBy,
            };
        }
    }

    private static void ErasedIsFinal(Walk<Subject> walk) =>
        Assert.False(walk.History.SkipWhile(e => e is not SubjectErased).Skip(1).Any(), "Something happened to what was erased.");

    private static void FoldsToTheSameState(Walk<Subject> walk) =>
        Assert.Equal(Describe.Value(walk.State), Describe.Value(walk.History.Aggregate(Subject.Initial, (state, happened) => happened.Evolve(state))));

    private void Finds(Action<Walk<Subject>> invariant, Walker<Subject> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(20 * Walker<Subject>.Runs, invariant));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
