using ScCa.Pki.Extensions;
using ScCa.Pki.Paths;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Policies required, mapped, inhibited.</summary>
internal static class PolicyVariations
{
    private const int NoExplicitPolicy = 43;
    private const int InvalidPolicyExtension = 42;

    private const string A = "1.2.3.4.1";
    private const string B = "1.2.3.4.2";
    private const string C = "1.2.3.4.3";

    public static IEnumerable<PathVariation> All =>
    [
        PathVariation.Good("no policy required and none there", (plan, _) => plan.Demand(Same, "-policy_check")),
        PathVariation.Good("one policy all the way", (plan, _) => Required(Everywhere(plan, A))),
        PathVariation.Good("several policies, one in common", (plan, random) => Required(WithNoise(plan, random))),
        PathVariation.Good("anyPolicy above", (plan, _) => Required(Everywhere(plan, Oids.AnyPolicy, A))),
        PathVariation.Good("anyPolicy throughout and a policy asked for", (plan, _) => AskFor(Required(Everywhere(plan, Oids.AnyPolicy, Oids.AnyPolicy)), B)),
        PathVariation.Good("the policy asked for", (plan, _) => AskFor(Required(Everywhere(plan, A)), A)),
        PathVariation.Good("another asked for and none required", (plan, _) => AskFor(Everywhere(plan, A), B)),
        PathVariation.Good("no policy in the middle and none required", (plan, _) => Everywhere(plan, A).Authorities[0].Extensions.RemoveAll(IsPolicies), 1),
        Bad("policy required and missing", (plan, _) => Required(plan)),
        Bad("no policy in the middle", MissingInTheMiddle, authoritiesMin: 1),
        Bad("another policy than asked for", (plan, _) => AskFor(Required(Everywhere(plan, A)), B)),
        Bad("another policy below", (plan, _) => Required(Everywhere(plan, A, B)), authoritiesMin: 1),
        Bad("required by an authority", (plan, _) => WithoutPolicyIn(Everywhere(plan, A), 0, new PolicyConstraints(0)), authoritiesMin: 1),
        PathVariation.Good("required by an authority for further below only", (plan, _) => WithoutPolicyIn(Everywhere(plan, A), 0, new PolicyConstraints(3)), 1, 1),
        Bad("required by the first certificate of itself", (plan, _) => RequiredByTarget(plan)),
        PathVariation.Good("mapped", (plan, _) => AskFor(Required(Mapped(plan, A, B)), A), 1),
        Bad("mapped, and the authority's word below asked for", (plan, _) => AskFor(Required(Mapped(plan, A, B)), B), authoritiesMin: 1),
        PathVariation.Good("mapped one to two", (plan, _) => AskFor(Required(MappedTwice(plan)), A), 1),
        PathVariation.Good("mapped from anyPolicy", (plan, _) => AskFor(Required(MappedFromAny(plan)), A), 1),
        Bad("mapped, and the policy is named by its old word", (plan, _) => Required(Mapped(plan, A, A, mapsTo: B)), authoritiesMin: 1),
        Bad("mapping inhibited by the caller", (plan, _) => Inhibited(Required(Mapped(plan, A, B))), authoritiesMin: 1),
        Bad("mapping inhibited by an authority", (plan, _) => InhibitedAbove(Required(Mapped(plan, A, B))), authoritiesMin: 2),
        PathVariation.Good("mapping inhibited further below only", (plan, _) => Put(Required(Mapped(plan, A, B)), plan.Authorities[^1], new PolicyConstraints(null, 0).ToExtension()), 1),
        new("anyPolicy mapped", (plan, _) => MappedAny(plan), PathStep.Policies, PathFinding.AnyPolicyMapped, InvalidPolicyExtension) { AuthoritiesMin = 1 },
        Bad("anyPolicy inhibited by the caller", (plan, _) => AnyInhibited(Required(Everywhere(plan, Oids.AnyPolicy, A))), authoritiesMin: 1),
        Bad("anyPolicy inhibited by an authority", (plan, _) => AnyInhibitedAbove(Required(Everywhere(plan, Oids.AnyPolicy, A))), authoritiesMin: 2),
        PathVariation.Good("anyPolicy inhibited further below only", (plan, _) => Put(Required(Everywhere(plan, Oids.AnyPolicy, A)), plan.Authorities[^1], InhibitAnyPolicy.Of(0)), 1),
        PathVariation.Good("anyPolicy inhibited and a self-issued authority says it", (plan, _) => SelfIssuedAny(plan), 1, 1),
        PathVariation.Good("a self-issued authority does not count down", (plan, _) => SelfIssuedCount(plan), 1, 1),
    ];

    private static PathVariation Bad(string name, Action<PathPlan, Random> change, int authoritiesMin = 0) => new(name, (plan, random) =>
    {
        change(plan, random);
        return -1;
    }, PathStep.Policies, PathFinding.PolicyNotAcceptable, NoExplicitPolicy)
    {
        AuthoritiesMin = authoritiesMin,
    };

    private static PathPlan Everywhere(PathPlan plan, string above, string? below = null)
    {
        foreach (var authority in plan.Authorities)
            Name(authority, above);
        Name(plan.Target, below ?? above);
        return plan;
    }

    private static PathPlan WithNoise(PathPlan plan, Random random)
    {
        foreach (var authority in plan.Authorities.Append(plan.Target))
            Name(authority, [A, .. new[] { B, C }.Where(_ => random.Next(2) == 0)]);
        return plan;
    }

    private static void Name(CertificatePlan certificate, params string[] policies) => certificate.Put(CertificatePolicies.Of([.. policies.Select(oid => new CertificatePolicy(oid))]));

    private static PathPlan Required(PathPlan plan)
    {
        plan.Demand(options => options with { IsPolicyRequired = true }, "-policy_check", "-explicit_policy");
        return plan;
    }

    private static PathPlan AskFor(PathPlan plan, string policy)
    {
        plan.Demand(options => options with { AcceptablePolicies = [policy] }, "-policy_check", "-policy", policy);
        return plan;
    }

    private static PathPlan Inhibited(PathPlan plan)
    {
        plan.Demand(options => options with { IsPolicyMappingInhibited = true }, "-inhibit_map");
        return plan;
    }

    private static PathPlan AnyInhibited(PathPlan plan)
    {
        plan.Demand(options => options with { IsAnyPolicyInhibited = true }, "-inhibit_any");
        return plan;
    }

    // The authority right above the target maps.
    private static PathPlan Mapped(PathPlan plan, string above, string below, string? mapsTo = null)
    {
        Everywhere(plan, above, below);
        plan.Authorities[^1].Put(PolicyMappings.Of(new PolicyMapping(above, mapsTo ?? below)));
        return plan;
    }

    private static PathPlan MappedTwice(PathPlan plan)
    {
        Everywhere(plan, A, C);
        plan.Authorities[^1].Put(PolicyMappings.Of(new PolicyMapping(A, B), new PolicyMapping(A, C)));
        return plan;
    }

    private static PathPlan MappedFromAny(PathPlan plan)
    {
        Everywhere(plan, Oids.AnyPolicy, B);
        plan.Authorities[^1].Put(PolicyMappings.Of(new PolicyMapping(A, B)));
        return plan;
    }

    private static int MappedAny(PathPlan plan)
    {
        Everywhere(plan, A);
        plan.Authorities[^1].Put(PolicyMappings.Of(new PolicyMapping(A, A), new PolicyMapping(B, Oids.AnyPolicy)));
        plan.Demand(Same, "-policy_check");
        return 1;
    }

    private static PathPlan InhibitedAbove(PathPlan plan) => Put(plan, plan.Authorities[^2], new PolicyConstraints(null, 0).ToExtension());

    private static PathPlan AnyInhibitedAbove(PathPlan plan) => Put(plan, plan.Authorities[^2], InhibitAnyPolicy.Of(0));

    private static void MissingInTheMiddle(PathPlan plan, Random random)
    {
        Required(Everywhere(plan, A));
        plan.Authorities[random.Next(plan.Authorities.Count)].Extensions.RemoveAll(IsPolicies);
    }

    private static void WithoutPolicyIn(PathPlan plan, int depth, PolicyConstraints constraints)
    {
        plan.At(depth).Extensions.RemoveAll(IsPolicies);
        plan.Authorities[0].Put(constraints.ToExtension());
        plan.Demand(Same, "-policy_check");
    }

    private static void RequiredByTarget(PathPlan plan)
    {
        plan.Target.Put(new PolicyConstraints(0).ToExtension());
        plan.Demand(Same, "-policy_check");
    }

    private static void SelfIssuedAny(PathPlan plan)
    {
        var renewed = Renewed(Required(Everywhere(plan, A)));
        Name(renewed, Oids.AnyPolicy);
        plan.Authorities[0].Put(InhibitAnyPolicy.Of(0));
    }

    // One certificate may follow before a policy is required: the renewed authority is not it, the target is.
    private static void SelfIssuedCount(PathPlan plan)
    {
        Renewed(plan);
        plan.Authorities[0].Put(new PolicyConstraints(2).ToExtension());
        plan.Demand(Same, "-policy_check");
    }

    private static CertificatePlan Renewed(PathPlan plan)
    {
        var renewed = CertificatePlan.Authority(plan.Authorities[0].Subject, 20, plan.Authorities[0]);
        plan.Authorities.Add(renewed);
        plan.Target.Issuer = renewed;
        return renewed;
    }

    private static PathPlan Put(PathPlan plan, CertificatePlan certificate, Extension extension)
    {
        certificate.Put(extension);
        return plan;
    }

    private static bool IsPolicies(Extension extension) => extension.Oid == Oids.CertificatePolicies;

    private static PathOptions Same(PathOptions options) => options;
}
