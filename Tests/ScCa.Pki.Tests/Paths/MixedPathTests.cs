using ScCa.Pki.Algorithms;
using ScCa.Pki.Paths;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class MixedPathTests
{
    [Fact]
    public void Chains_may_mix_SM2_P256_and_RSA()
    {
        using var keys = KeyRing.Mixed();
        foreach (var variation in PathVariations.All)
        {
            foreach (var (plan, _) in PathVariations.Plans(variation, 1))
                Assert.Equal((variation.Name, variation.IsGood), (variation.Name, plan.MakeReal(keys).Validate()?.IsValid ?? false));
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void A_certificate_signed_under_the_empty_identity_is_told_wherever_it_stands(int depth)
    {
        using var keys = KeyRing.Of(PublicKeyKind.Sm2);
        var plan = PathPlans.Good(new Random(depth), 2, 2);
        plan.At(depth).IsSignedUnderEmptyId = true;

        var finding = Assert.Single(plan.MakeReal(keys).Validate()!.Findings);

        Assert.Equal((PathStep.Signature, depth, PathFinding.SignedWithEmptyId), (finding.Step, finding.Depth, finding.Finding));
    }

    [Fact]
    public void Each_check_that_was_made_is_told_from_the_anchor_down()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var plan = PathPlans.Good(new Random(3), 1, 1);
        plan.Options = plan.Options with { Revocation = RevocationDemand.SoftFail };

        var result = plan.MakeReal(keys).Validate()!;

        Assert.Equal(
            [
                (PathStep.Validity, 2), (PathStep.Extensions, 2), (PathStep.BasicConstraints, 2), (PathStep.KeyUsage, 2), (PathStep.Purpose, 2),
                (PathStep.Signature, 1), (PathStep.NameChaining, 1), (PathStep.Validity, 1), (PathStep.Extensions, 1), (PathStep.NameConstraints, 1),
                (PathStep.BasicConstraints, 1), (PathStep.KeyUsage, 1), (PathStep.Purpose, 1), (PathStep.PathLength, 1), (PathStep.Policies, 1),
                (PathStep.Signature, 0), (PathStep.NameChaining, 0), (PathStep.Validity, 0), (PathStep.Extensions, 0), (PathStep.NameConstraints, 0),
                (PathStep.KeyUsage, 0), (PathStep.Purpose, 0), (PathStep.Policies, 0), (PathStep.Revocation, 1), (PathStep.Revocation, 0),
            ],
            result.Checks.Select(check => (check.Step, check.Depth)));
    }
}
