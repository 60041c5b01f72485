using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Verification;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Sealing;

public sealed class SealSigningTests
{
    private static readonly byte[] Document = [1, 2, 3];

    private static readonly SealTrust Trust = new(new TableJudge(SealPki.Root.Certificate), SealPki.Now);

    [Theory]
    [InlineData(SealVersion.V4, false)]
    [InlineData(SealVersion.V4, true)]
    [InlineData(SealVersion.V5, false)]
    [InlineData(SealVersion.V5, true)]
    public void A_digest_is_sealed_in_two_halves_and_stamped(SealVersion version, bool isStamped)
    {
        var pending = SealSigning.Begin(Request(new SealRecipe(version).Seal()), Trust);
        var signature = pending.Complete(SealPki.Holder.Key.Sign(pending.ToBeSigned.Span));
        if (isStamped)
            signature = signature.WithTimestamp(SealPki.TimestampAuthority.Stamp(SignatureStamping.RequestFor(signature).Imprint, SealPki.Used.AddSeconds(3)));
        var verdict = SealVerifier.VerifySignature(signature.Encoded, ProtectedContent.Of(Document), Trust);
        Assert.Empty(verdict.Failures);
        Assert.Equal(isStamped, verdict.IsTimeTrusted);
        Assert.Equal(isStamped ? SealPki.Used.AddSeconds(3) : SealPki.Used, verdict.SignedAt);
        Assert.Equal((version, "/Doc_0/x"), (signature.Version, signature.PropertyInfo));
    }

    [Fact]
    public void A_digest_serves_in_place_of_the_document()
    {
        var pending = SealSigning.Begin(Request(new SealRecipe(SealVersion.V4).Seal()), Trust);
        var signature = pending.Complete(SealPki.Holder.Key.Sign(pending.ToBeSigned.Span)).Encoded;
        var digest = ProtectedContent.OfDigest(DigestAlgorithm.Sm3, DigestAlgorithm.Sm3.HashData(Document));
        Assert.Empty(SealVerifier.VerifySignature(signature, digest, Trust).Failures);
        var other = ProtectedContent.OfDigest(DigestAlgorithm.Sha256, DigestAlgorithm.Sha256.HashData(Document));
        Assert.Equal([SealStep.DocumentDigest], SealVerifier.VerifySignature(signature, other, Trust).Failures.Select(f => f.Step));
    }

    [Fact]
    public void A_value_of_another_key_is_refused()
    {
        var pending = SealSigning.Begin(Request(new SealRecipe(SealVersion.V4).Seal()), Trust);
        Some.Refuses(SealRefusal.SignatureValueWrong, () => pending.Complete(SealPki.Other.Key.Sign(pending.ToBeSigned.Span)));
        Some.Refuses(SealRefusal.SignatureValueWrong, () => pending.Complete(default));
    }

    [Fact]
    public void A_timestamp_of_another_signature_is_refused()
    {
        var pending = SealSigning.Begin(Request(new SealRecipe(SealVersion.V4).Seal()), Trust);
        var one = pending.Complete(SealPki.Holder.Key.Sign(pending.ToBeSigned.Span));
        var another = pending.Complete(SealPki.Holder.Key.Sign(pending.ToBeSigned.Span));
        var token = SealPki.TimestampAuthority.Stamp(SignatureStamping.RequestFor(another).Imprint, SealPki.Used);
        Some.Refuses(SealRefusal.TimestampUnfit, () => one.WithTimestamp(token));
    }

    [Fact]
    public void Who_may_not_use_the_seal_is_refused_before_anything_is_signed()
    {
        Refuses(SealRefusal.SignerNotInSeal, null, new SealRecipe(SealVersion.V4) { Listed = [SealPki.Other.Certificate] });
        Refuses(SealRefusal.SignerCertificateUnfit, SealStep.SignerKeyUsage, new SealRecipe(SealVersion.V4) { Holder = SealPki.Issue("加密", KeyUsages.KeyEncipherment) });
        Refuses(SealRefusal.SignerCertificateUnfit, SealStep.SignerValidity, new SealRecipe(SealVersion.V4) { Holder = SealPki.Issue("过期", notAfter: SealPki.Made) });
        Refuses(SealRefusal.SignerCertificateUnfit, SealStep.SignerChain, new SealRecipe(SealVersion.V4) { Holder = SealPki.Issue("陌生", issuer: SealPki.StrangeRoot) });
        Refuses(
            SealRefusal.SignerCertificateUnfit, SealStep.SignerRevocation, new SealRecipe(SealVersion.V4),
            Trust with { Judge = new TableJudge(SealPki.Root.Certificate).Revoking(SealPki.Holder.Certificate, SealPki.Made) });
    }

    [Fact]
    public void What_is_wrong_with_the_seal_is_refused_by_the_step_that_fails()
    {
        Refuses(SealRefusal.SealUnfit, SealStep.SealPeriod, new SealRecipe(SealVersion.V4) { ValidEnd = SealPki.Used.AddDays(-1) });
        Refuses(SealRefusal.SealUnfit, SealStep.SealSignatureValue, new SealRecipe(SealVersion.V5) { IsSealForged = true });
        Refuses(SealRefusal.SealUnfit, SealStep.SealStatus, new SealRecipe(SealVersion.V4), Trust with { Register = new FixedRegister(SealState.Revoked) });
        Refuses(SealRefusal.SealVersionUnfit, null, new SealRecipe(SealVersion.V1));
    }

    [Fact]
    public void The_digest_and_the_protected_range_are_what_the_format_takes()
    {
        var seal = new SealRecipe(SealVersion.V4).Seal();
        Assert.Throws<ArgumentException>(() => SealSigning.Begin(Request(seal) with { DataHash = new byte[20] }, Trust));
        Assert.Throws<ArgumentException>(() => SealSigning.Begin(Request(seal) with { PropertyInfo = "" }, Trust));
        Assert.Throws<ArgumentException>(() => SealSigning.Begin(Request(seal) with { PropertyInfo = "/文档" }, Trust));
    }

    private static SealingRequest Request(ElectronicSeal seal, Party? holder = null) =>
        new(seal, (holder ?? SealPki.Holder).Certificate, DigestAlgorithm.Sm3.HashData(Document), "/Doc_0/x", SealPki.Used);

    private static void Refuses(SealRefusal refusal, SealStep? step, SealRecipe recipe, SealTrust? trust = null)
    {
        var refused = Assert.Throws<SealRefusedException>(() => SealSigning.Begin(Request(recipe.Seal(), recipe.Holder), trust ?? Trust));
        Assert.Equal((refusal, step?.ToString()), (refused.Refusal, refused.Place));
    }
}
