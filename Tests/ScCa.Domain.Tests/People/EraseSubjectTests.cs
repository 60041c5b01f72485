using FsCheck.Fluent;
using NodaTime;
using ScCa.Domain.People;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.People;

public sealed class EraseSubjectTests
{
    private static readonly PersonRecords NeverCertified = Records with { LastNotAfter = null };

    [Fact, Trait("rule", "A10")]
    public void A10_Until_five_years_after_the_last_certificate_ended_erasure_is_refused_with_the_first_day()
    {
        Lives.Kept
            .When(Commands.OrderErasure(at: NotYetErasableAt))
            .ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", "2031-03-10"), ("lastNotAfter", "2026-03-10"))
            .When(Commands.OrderErasure(at: ErasableAt)).Then(new ErasureOrdered(TheSubject, [LinkedSubject], NotAfter, Admin1, "five years are over", ErasableAt));
        Lives.ErasureOrdered.When(Commands.ConfirmErasure(at: NotYetErasableAt)).ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", "2031-03-10"));
    }

    [Theory, Trait("rule", "A10")]
    [InlineData("2028-02-29", "2033-02-28")]
    [InlineData("2023-02-28", "2028-02-28")]
    [InlineData("2027-12-31", "2032-12-31")]
    public void A10_Five_years_after_29_February_are_over_on_28_February(string notAfter, string firstDate)
    {
        var records = Records with { LastNotAfter = Date(notAfter) };
        Lives.Kept
            .When(Commands.OrderErasure(records, at: Shanghai.LastSecondOf(Date(firstDate).PlusDays(-1))))
            .ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", firstDate))
            .When(Commands.OrderErasure(records, at: Shanghai.StartOf(Date(firstDate)))).ThenState(state => Assert.IsType<KeptSubject>(state))
            .When(Commands.ConfirmErasure(records, at: Shanghai.StartOf(Date(firstDate)))).ThenState(state => Assert.IsType<ErasedSubject>(state));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Two_people_erase_and_the_second_is_not_the_first()
    {
        Lives.Kept.When(Commands.ConfirmErasure()).ThenRefused("A10", "ErasureNotOrdered");
        Lives.HoldLiftOrdered.When(Commands.ConfirmErasure()).ThenRefused("A10", "ErasureNotOrdered");
        Lives.ErasureOrdered
            .When(Commands.OrderErasure()).ThenRefused("A10", "ErasureAlreadyOrdered", ("by", "admin-1"))
            .When(Commands.ConfirmErasure(by: Admin1)).ThenRefused("A10", "AnotherMustConfirm")
            .When(Commands.ConfirmErasure(by: Admin2)).Then(new SubjectErased(TheSubject, NotAfter, Admin2, "five years are over", ErasableAt));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Whose_erasure_is_ordered_is_processed_no_more_also_when_the_order_is_dropped()
    {
        Lives.ErasureOrdered
            .When(Commands.DropOrder("")).ThenRefused("A3", "ReasonMissing")
            .When(Commands.DropOrder()).Then(new SubjectOrderDropped(TheSubject, Admin2, "another certificate", ErasableAt))
            .When(Commands.DropOrder()).ThenRefused("A10", "SubjectOrderNotGiven");
        Lives.ErasureDropped
            .When(Commands.ConfirmErasure()).ThenRefused("A10", "ErasureNotOrdered")
            .When(Commands.RequestErasure()).ThenRefused("A10", "ErasureAlreadyRequested");
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Somebody_who_never_had_a_certificate_is_erased_at_once() => Lives.Kept
        .When(Commands.OrderErasure(NeverCertified, at: AppliedAt))
        .Then(new ErasureOrdered(TheSubject, [LinkedSubject], null, Admin1, "five years are over", AppliedAt))
        .When(Commands.ConfirmErasure(NeverCertified, at: AppliedAt)).Then(new SubjectErased(TheSubject, null, Admin2, "five years are over", AppliedAt));

    [Fact, Trait("rule", "A10")]
    public void A10_Nobody_with_something_open_is_erased_and_the_refusal_names_it()
    {
        var open = NeverCertified with { OpenCase = "c-1/2" };
        Lives.Kept.When(Commands.OrderErasure(open)).ThenRefused("A10", "ErasureWaitsForOpenCase", ("openCase", "c-1/2"));
        Lives.ErasureOrdered.When(Commands.ConfirmErasure(open)).ThenRefused("A10", "ErasureWaitsForOpenCase", ("openCase", "c-1/2"));
        Lives.Kept.When(Commands.OrderErasure(Records with { OpenCase = "c-1/2" }, at: NotYetErasableAt)).ThenRefused("A10", "ErasureWaitsForOpenCase");
    }

    [Fact, Trait("rule", "A10")]
    public void A10_What_has_come_to_a_person_since_the_order_is_not_erased_unseen() => Lives.ErasureOrdered
        .When(Commands.ConfirmErasure(Records with { Linked = [LinkedSubject, new SubjectId("s-3")] })).ThenRefused("A10", "ErasureOrderOutdated")
        .When(Commands.ConfirmErasure(Records with { Linked = [] })).ThenRefused("A10", "ErasureOrderOutdated");

    [Fact, Trait("rule", "A10")]
    public void A10_Under_legal_hold_nothing_is_erased_whatever_its_age_and_whichever_subject_it_was_placed_on()
    {
        Lives.Held
            .When(Commands.OrderErasure()).ThenRefused("A10", "SubjectUnderLegalHold")
            .When(Commands.OrderErasure(NeverCertified)).ThenRefused("A10", "SubjectUnderLegalHold")
            .When(Commands.EraseLinked()).ThenRefused("A10", "SubjectUnderLegalHold");
        Lives.Kept.When(Commands.OrderErasure(Records with { IsHeldElsewhere = true })).ThenRefused("A10", "SubjectUnderLegalHold");
        Lives.ErasureOrdered.When(Commands.ConfirmErasure(Records with { IsHeldElsewhere = true })).ThenRefused("A10", "SubjectUnderLegalHold");
        Lives.HoldLifted.When(Commands.OrderErasure()).ThenState(state => Assert.IsType<KeptSubject>(state));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_that_comes_between_the_two_people_makes_the_order_void() => Lives.ErasureOrdered
        .When(Commands.Hold()).ThenState(state => Assert.Equal(new KeptSubject("court order 12", IsStopped: true), state))
        .When(Commands.ConfirmErasure()).ThenRefused("A10", "ErasureNotOrdered");

    [Fact, Trait("rule", "A10")]
    public void A10_Nobody_is_erased_twice_and_an_erased_person_is_not_held_or_stopped() => Lives.Erased
        .When(Commands.OrderErasure()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.ConfirmErasure()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.DropOrder()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.EraseLinked()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.Hold()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.OrderHoldLift()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.LiftHold()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.RequestErasure()).ThenRefused("A10", "SubjectAlreadyErased");

    [Fact, Trait("rule", "A10")]
    public void A10_What_is_linked_to_an_erased_person_is_erased_with_him_and_never_before_its_time() => Lives.Stopped
        .When(Commands.EraseLinked(NotYetErasableAt)).ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", "2031-03-10"))
        .When(Commands.EraseLinked()).Then(new SubjectErased(TheSubject, NotAfter, Admin2, "five years are over", ErasableAt));

    [Fact, Trait("rule", "A10")]
    public void A10_An_erasure_says_why() => Lives.Kept.When(Commands.OrderErasure(reason: " ")).ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "A10")]
    public void A10_A_later_end_is_never_erased_earlier_and_five_years_are_five_calendar_years() => Property.Check(
        Gen.Choose(0, 5000).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), (day, more) =>
        {
            var first = new LocalDate(2020, 1, 1).PlusDays(day);
            var later = first.PlusDays(more);
            Assert.True(Subject.ErasurePermittedFrom(later) >= Subject.ErasurePermittedFrom(first));
            Assert.InRange(Period.DaysBetween(first, Subject.ErasurePermittedFrom(first)), 1825, 1827);
        });
}
