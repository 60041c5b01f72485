using FsCheck.Fluent;
using NodaTime;
using ScCa.Domain.People;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.People;

public sealed class EraseSubjectTests
{
    [Fact, Trait("rule", "A10")]
    public void A10_Until_five_years_after_the_last_certificate_ended_erasure_is_refused_with_the_first_day()
    {
        Lives.Kept
            .When(Commands.Erase(at: NotYetErasableAt))
            .ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", "2031-03-10"), ("lastNotAfter", "2026-03-10"))
            .When(Commands.Erase(at: ErasableAt)).Then(new SubjectErased(TheSubject, NotAfter, Admin1, "five years are over", ErasableAt));
    }

    [Theory, Trait("rule", "A10")]
    [InlineData("2028-02-29", "2033-02-28")]
    [InlineData("2023-02-28", "2028-02-28")]
    [InlineData("2027-12-31", "2032-12-31")]
    public void A10_Five_years_after_29_February_are_over_on_28_February(string notAfter, string firstDate)
    {
        Lives.Kept
            .When(Commands.Erase(Date(notAfter), at: Shanghai.LastSecondOf(Date(firstDate).PlusDays(-1))))
            .ThenRefused("A10", "ErasureNotYetPermitted", ("firstDate", firstDate))
            .When(Commands.Erase(Date(notAfter), at: Shanghai.StartOf(Date(firstDate)))).ThenState(state => Assert.IsType<ErasedSubject>(state));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Somebody_who_never_had_a_certificate_is_erased_at_once() => Lives.Kept
        .When(Commands.EraseNeverCertified(AppliedAt)).Then(new SubjectErased(TheSubject, null, Admin1, "five years are over", AppliedAt));

    [Fact, Trait("rule", "A10")]
    public void A10_Under_legal_hold_nothing_is_erased_whatever_its_age() => Lives.Held
        .When(Commands.Erase()).ThenRefused("A10", "SubjectUnderLegalHold")
        .When(Commands.EraseNeverCertified()).ThenRefused("A10", "SubjectUnderLegalHold")
        .When(Commands.LiftHold()).Then(new LegalHoldLifted(TheSubject, Admin1, "case closed", ErasableAt))
        .When(Commands.Erase()).ThenState(state => Assert.Equal(new ErasedSubject(ErasableAt), state));

    [Fact, Trait("rule", "A10")]
    public void A10_Nobody_is_erased_twice_and_an_erased_person_is_not_held_or_stopped() => Lives.Erased
        .When(Commands.Erase()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.Hold()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.LiftHold()).ThenRefused("A10", "SubjectAlreadyErased")
        .When(Commands.RequestErasure()).ThenRefused("A10", "SubjectAlreadyErased");

    [Fact, Trait("rule", "A10")]
    public void A10_An_erasure_says_why() => Lives.Kept.When(Commands.Erase(reason: " ")).ThenRefused("A3", "ReasonMissing");

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
