using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class GenerationTests
{
    private static readonly Generation First = new(1, Serial1, FirstValidity, Signed);

    [Fact, Trait("rule", "A10")]
    public void A10_What_is_kept_of_a_certificate_is_in_clear_or_sealed()
    {
        var (der, sealedDer) = (Der.From([0x30, 0x00]), new SealedText("sealed-certificate"));

        Assert.Equal((der, null), (KeptDer.Of(der).Clear, KeptDer.Of(der).Sealed));
        Assert.Equal((null, sealedDer), (KeptDer.Of(sealedDer).Clear, KeptDer.Of(sealedDer).Sealed));
    }

    [Fact, Trait("rule", "C2"), Trait("rule", "C9")]
    public void C2_C9_It_is_valid_from_the_instant_of_issue_to_the_end_of_the_last_day_in_Shanghai()
    {
        Assert.False(First.IsValidAt(IssuedAt - Duration.Epsilon));
        Assert.True(First.IsValidAt(IssuedAt));
        Assert.True(First.IsValidAt(At("2026-03-10T23:59:59")));
        Assert.True(First.IsValidAt(At("2026-03-10T16:00:00Z") - Duration.Epsilon));
        Assert.False(First.IsValidAt(At("2026-03-10T16:00:00Z")));
        Assert.Equal(NotAfter, First.NotAfterDate);
    }

    [Fact, Trait("rule", "C9"), Trait("rule", "C12")]
    public void C9_C12_A_certificate_answers_for_any_instant_from_all_generations_that_reached_the_key()
    {
        var renewed = Assert.IsType<IssuedCertificate>(Lives.Renewed.State);

        Assert.False(renewed.IsValidAt(IssuedAt - Duration.Epsilon));
        Assert.True(renewed.IsValidAt(IssuedAt));
        Assert.True(renewed.IsValidAt(LastDay));
        Assert.True(renewed.IsValidAt(AfterExpiry));
        Assert.True(renewed.IsValidAt(At("2027-03-10T23:59:59.9")));
        Assert.False(renewed.IsValidAt(At("2027-03-11T00:00")));
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "C9")]
    public void C5_C9_A_generation_that_is_not_written_to_the_key_makes_nothing_valid()
    {
        var waiting = Assert.IsType<IssuedCertificate>(Lives.GrantIssued.State);

        Assert.True(waiting.IsValidAt(LastDay));
        Assert.False(waiting.IsValidAt(AfterExpiry));
    }

    [Fact, Trait("rule", "C9"), Trait("rule", "C4")]
    public void C4_C9_Between_expiry_and_a_late_renewal_nothing_was_valid()
    {
        var validity = Validity.Until(LatePulledAt, Date("2027-04-20"));
        var late = Assert.IsType<IssuedCertificate>(Lives.LateGranted.After(
            Commands.Intend(Serial2, validity, LatePulledAt), Commands.RecordGeneration(Serial2, LatePulledAt),
            Commands.Complete(at: LatePulledAt)).State);

        Assert.True(late.IsValidAt(LastDay));
        Assert.False(late.IsValidAt(AfterExpiry));
        Assert.False(late.IsValidAt(LatePulledAt - Duration.Epsilon));
        Assert.True(late.IsValidAt(LatePulledAt));
    }
}
