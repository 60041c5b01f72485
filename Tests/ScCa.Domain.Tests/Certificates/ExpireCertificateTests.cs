using NodaTime;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class ExpireCertificateTests
{
    [Fact, Trait("rule", "C9")]
    public void Example_6_C9_Swept_late_it_is_one_event_effective_at_notAfter()
    {
        Lives.Posted
            .When(Commands.Expire(SweptAt))
            .Then(new CertificateExpired(1, At("2026-03-10T23:59:59")))
            .When(Commands.Expire(SweptAt + Duration.FromDays(1)))
            .ThenRefused("C9", "ExpiryAlreadyRecorded", ("notAfter", "2026-03-10"));
    }

    [Fact, Trait("rule", "C9")]
    public void Example_6_C9_It_is_invalid_from_the_start_of_the_next_day_swept_or_not()
    {
        foreach (var life in new[] { Lives.Posted, Lives.Expired })
        {
            var issued = Assert.IsType<IssuedCertificate>(life.State);
            Assert.True(issued.IsValidAt(At("2026-03-11T00:00") - Duration.Epsilon));
            Assert.False(issued.IsValidAt(At("2026-03-11T00:00")));
        }
    }

    [Fact, Trait("rule", "C9"), Trait("rule", "C2")]
    public void C2_C9_The_whole_last_day_is_valid()
    {
        Lives.Posted.When(Commands.Expire(LastDay)).ThenRefused("C9", "CertificateStillValid", ("notAfter", "2026-03-10"));
        Lives.Posted.When(Commands.Expire(AfterExpiry - Duration.Epsilon)).ThenRefused("C9", "CertificateStillValid", ("notAfter", "2026-03-10"));
        Lives.Posted.When(Commands.Expire(AfterExpiry)).Then(new CertificateExpired(1, LastDay));
    }

    [Fact, Trait("rule", "C9")]
    public void C9_What_was_recorded_is_said_before_what_is_valid() => Lives.Expired
        .When(Commands.Expire(FirstDay))
        .ThenRefused("C9", "ExpiryAlreadyRecorded", ("notAfter", "2026-03-10"));

    [Fact, Trait("rule", "C9")]
    public void C9_Each_generation_expires_for_itself()
    {
        Lives.Renewed.When(Commands.Expire(SweptAt)).ThenRefused("C9", "CertificateStillValid", ("notAfter", "2027-03-10"));
        Lives.Renewed.When(Commands.Expire(NoonOf("2027-03-11"))).Then(new CertificateExpired(2, Shanghai.LastSecondOf(RenewedNotAfter)));
    }

    [Fact, Trait("rule", "C9"), Trait("rule", "C5")]
    public void C5_C9_A_renewed_generation_that_is_not_on_the_key_does_not_keep_it_valid() => Lives.GrantIssued
        .When(Commands.Expire(SweptAt))
        .Then(new CertificateExpired(1, LastDay))
        .When(Commands.Complete(at: SweptAt))
        .Then(new UpdateCompleted(2, 2, SweptAt), InvoiceDue(2, 200, "2026-03-17", SweptAt))
        .When(Commands.Expire(SweptAt))
        .ThenRefused("C9", "CertificateStillValid", ("notAfter", "2027-03-10"));

    [Fact, Trait("rule", "A3")]
    public void A3_What_was_never_issued_does_not_expire()
    {
        Lives.Nothing.When(Commands.Expire()).ThenRefused("A3", "CertificateUnknown");
        Lives.UnderReview.When(Commands.Expire()).ThenRefused("A3", "CertificateNotIssued");
        Lives.Rejected.When(Commands.Expire()).ThenRefused("A3", "CertificateNotIssued");
    }
}
