using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.Seals.SealFileLives;

namespace ScCa.Domain.Tests.Seals;

public sealed class SealFileTests
{
    [Fact, Trait("rule", "C1")]
    public void C1_A_seal_is_committed_to_and_then_recorded()
    {
        Nothing.When(Intend()).Then(new SealSigningIntended(Seal1, TbsDigest, SigningKey, IssuedAt));
        Intended.When(Record()).Then(new SealSigned(Seal1, Example.Signed, IssuedAt));
        Assert.Equal(Seal1, ((SignedSeal)SealFileLives.Signed.State).Seal);
    }

    [Fact, Trait("rule", "C1")]
    public void C1_One_signature_at_a_time_is_committed_to_and_none_after_the_last()
    {
        Intended.When(Intend(Seal2)).ThenRefused("C1", "SealAlreadyIntended", ("seal", Seal1.Value));
        SealFileLives.Signed.When(Intend(Seal2)).ThenRefused("C1", "SealAlreadySigned", ("seal", Seal1.Value));
        SealFileLives.Signed.When(Record()).ThenRefused("C1", "SealAlreadySigned", ("seal", Seal1.Value));
        SealFileLives.Signed.When(Abandon()).ThenRefused("C1", "SealAlreadySigned", ("seal", Seal1.Value));
        SealFileLives.Signed.When(Refuse()).ThenRefused("C1", "SealAlreadySigned", ("seal", Seal1.Value));
        Intended.When(Refuse()).ThenRefused("C1", "SealAlreadyIntended", ("seal", Seal1.Value));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_signature_that_was_not_committed_to_is_refused()
    {
        Nothing.When(Record()).ThenRefused("C1", "SealNotIntended", ("seal", Seal1.Value));
        Intended.When(Record(Seal2)).ThenRefused("C1", "SealNotIntended", ("seal", Seal2.Value));
        Abandoned.When(Record()).ThenRefused("C1", "SealNotIntended", ("seal", Seal1.Value));
        Intended.When(Abandon(Seal2)).ThenRefused("C1", "SealNotIntended", ("seal", Seal2.Value));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_An_id_that_was_burned_is_never_used_again_and_stays_known()
    {
        Abandoned.When(Intend()).ThenRefused("C1", "SealIdAlreadyUsed", ("seal", Seal1.Value));
        Assert.Equal([Seal1], ((SignedSeal)Abandoned.After(Intend(Seal2), Record(Seal2)).State).BurnedIds);
        Assert.Throws<ImpossibleEventException>(() => new SealSigningIntended(Seal1, TbsDigest, SigningKey, IssuedAt).Evolve(Abandoned.State));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_Nothing_happened_to_a_seal_that_could_not()
    {
        Assert.Throws<ImpossibleEventException>(() => new SealSigned(Seal2, Example.Signed, IssuedAt).Evolve(Intended.State));
        Assert.Throws<ImpossibleEventException>(() => new SealSigningAbandoned(Seal2, IssuedAt).Evolve(Intended.State));
        Assert.Throws<ImpossibleEventException>(() => new SealSigningIntended(Seal2, TbsDigest, SigningKey, IssuedAt).Evolve(Intended.State));
        var refusal = Assert.Throws<ImpossibleEventException>(() => new SealRefused("picture-unreadable", IssuedAt).Evolve(Intended.State));
        Assert.Equal("SealRefused cannot follow in the state UnsignedSeal.", refusal.Message);
    }

    [Fact, Trait("rule", "S4")]
    public void S4_What_the_maker_finds_wrong_is_noted_until_the_seal_can_be_made()
    {
        Nothing.When(Refuse()).Then(new SealRefused("picture-unreadable", IssuedAt));
        Assert.Equal("picture-unreadable", ((UnsignedSeal)Refused.State).Refused);
        Assert.Null(((UnsignedSeal)Refused.After(Intend()).State).Refused);
    }
}
