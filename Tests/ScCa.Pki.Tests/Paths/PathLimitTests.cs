using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Paths;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

/// <summary>What grows without bound in careless validators: policies, ways up, comparisons of names.</summary>
public sealed class PathLimitTests
{
    // 2^16 nodes at the sixteenth depth of a tree; a graph has two at each.
    private const int AuthoritiesInPolicyCase = 15;

    [Fact]
    public void Policies_that_double_at_every_authority_stay_two_at_each()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var plan = PathPlans.Good(new Random(1), AuthoritiesInPolicyCase, AuthoritiesInPolicyCase);
        string[] policies = ["1.2.3.4.1", "1.2.3.4.2"];
        foreach (var certificate in plan.Authorities.Append(plan.Target))
            certificate.Put(CertificatePolicies.Of([.. policies.Select(oid => new CertificatePolicy(oid))]));
        foreach (var authority in plan.Authorities)
            authority.Put(PolicyMappings.Of([.. from one in policies from other in policies select new PolicyMapping(one, other)]));

        var result = (plan.MakeReal(keys) with { Options = plan.Options with { IsPolicyRequired = true } }).Validate()!;

        Assert.True(result.IsValid, string.Join('\n', result.Findings));
        Assert.Equal(policies, result.Policies.Order());
    }

    [Fact]
    public void Among_authorities_that_all_certify_each_other_the_way_to_the_root_is_found()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var plan = Meshed(authorities: 9);
        // The root certifies the last of them.
        plan.Others.Add(CertificatePlan.Authority(plan.Authorities[^1].Subject, plan.Authorities[^1].Key, plan.Root));

        Assert.True(plan.MakeReal(keys).Validate()!.IsValid);
    }

    [Fact]
    public void Among_authorities_that_all_certify_each_other_and_no_root_does_the_search_ends()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);

        var result = Meshed(authorities: 9).MakeReal(keys).Validate()!;

        Assert.Contains(result.Findings, finding => finding.Finding is PathFinding.SearchLimitReached);
    }

    [Fact]
    public void Of_many_namesakes_no_more_than_allowed_are_tried()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var plan = PathPlans.Good(new Random(1), 1, 1);
        plan.Target.HasNoAuthorityKey = true;
        for (var i = 0; i < 20; i++)
            plan.Others.Add(CertificatePlan.Authority(plan.Authorities[0].Subject, 100 + i, plan.Root));
        plan.Others.Add(plan.Authorities[0]);
        plan.Authorities.Clear();
        var files = plan.MakeReal(keys);

        Assert.True(files.Validate()!.IsValid);
        Assert.Contains((files with { Options = files.Options with { SignaturesMax = 10 } }).Validate()!.Findings, finding => finding.Finding is PathFinding.SearchLimitReached);
    }

    [Fact]
    public void A_path_longer_than_allowed_is_not_followed()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var files = PathPlans.Good(new Random(1), 3, 3).MakeReal(keys);

        Assert.True((files with { Options = files.Options with { LengthMax = 4 } }).Validate()!.IsValid);
        Assert.Contains((files with { Options = files.Options with { LengthMax = 3 } }).Validate()!.Findings, finding => finding.Finding is PathFinding.SearchLimitReached);
    }

    [Fact]
    public void Thousands_of_names_under_as_many_constraints_are_refused_before_they_are_compared()
    {
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var plan = PathPlans.Good(new Random(1), 1, 1);
        GeneralName[] names = [.. Enumerable.Range(0, 2000).Select(i => GeneralName.DnsName($"h{i}.example.com"))];
        plan.Target.Put(AlternativeName.OfSubject(false, names));
        plan.Authorities[0].Put(NameConstraints.Of([], [.. names.Select(name => GeneralName.DnsName($"not.{name.Text}"))]).ToExtension());

        Assert.Equal([PathFinding.NameConstraintsTooMany], plan.MakeReal(keys).Validate()!.Findings.Select(finding => finding.Finding!.Value));
    }

    private static PathPlan Meshed(int authorities)
    {
        var plan = PathPlans.Good(new Random(1), 0, 0);
        plan.Root.BasicConstraints = new BasicConstraints(IsAuthority: true);
        var mesh = Enumerable.Range(1, authorities).Select(i => CertificatePlan.Authority(PathPlans.NameOf($"Mesh {i}"), i, null)).ToList();
        plan.Others.AddRange(from one in mesh from other in mesh where one != other select CertificatePlan.Authority(one.Subject, one.Key, other));
        plan.Authorities.Add(mesh[0]);
        plan.Authorities.Add(mesh[^1]);
        plan.Target.Issuer = mesh[0];
        return plan;
    }
}
