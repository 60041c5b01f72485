using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class PolicyBookTests
{
    // Handed in the wrong way round: the order is that of the dates.
    private static readonly PolicyBook Book = new([TestPolicies.GovSecond, TestPolicies.GovFirst], TestPolicies.Calendar);

    [Theory, Trait("rule", "A5")]
    [InlineData("2019-12-31", null)]
    [InlineData("2020-01-01", 1)]
    [InlineData("2026-01-31", 1)]
    [InlineData("2026-02-01", 2)]
    [InlineData("2036-02-01", 2)]
    public void A5_The_version_in_effect_is_the_latest_that_has_begun(string on, int? version) =>
        Assert.Equal(version, Book.InEffect(TestPolicies.Gov, Date(on))?.Version);

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_without_a_policy_has_none_in_effect() => Assert.Null(Book.InEffect(TestPolicies.Unserved, Date("2026-02-01")));

    [Fact, Trait("rule", "A5")]
    public void A5_Every_version_stays_for_the_applications_made_under_it()
    {
        Assert.Same(TestPolicies.GovFirst, Book.Version(TestPolicies.Gov, 1));
        Assert.Same(TestPolicies.GovSecond, Book.Version(TestPolicies.Gov, 2));
        Assert.Throws<InvalidOperationException>(() => Book.Version(TestPolicies.Gov, 3));
        Assert.Throws<InvalidOperationException>(() => Book.Version(TestPolicies.Unserved, 1));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_service_is_found_by_operation_holder_and_stage()
    {
        var policy = TestPolicies.GovFirst;

        Assert.Equal([Verification.CorporateTransfer], policy.Service(Operation.New, HolderKind.Unit, Stage.BeforeIssue)!.Ways.Single().Verification);
        Assert.Equal([Verification.KeySignature], policy.Service(Operation.Renew, HolderKind.Unit, Stage.InValidity)!.Ways.Single().Verification);
        Assert.Equal([Verification.CorporateTransfer], policy.Service(Operation.Renew, HolderKind.Unit, Stage.Expired)!.Ways.Single().Verification);
        Assert.Null(policy.Service(Operation.New, HolderKind.Expert, Stage.BeforeIssue));
        Assert.Null(policy.Service(Operation.New, HolderKind.Unit, Stage.Expired));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_holder_kind_without_a_tariff_is_charged_nothing() =>
        Assert.Empty(TestPolicies.GovFirst.Tariff(HolderKind.Expert).New(OneYear, 1).Lines);
}
