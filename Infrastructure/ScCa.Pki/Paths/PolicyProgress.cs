namespace ScCa.Pki.Paths;

/// <summary>The policies on the way down a path: the graph and the three counters of RFC 5280 §6.1.2.</summary>
internal sealed class PolicyProgress
{
    private readonly PathOptions options;
    private readonly PolicyGraph graph = new();

    private int explicitPolicy;
    private int policyMapping;
    private int inhibitAnyPolicy;

    public PolicyProgress(PathOptions options, int length)
    {
        this.options = options;
        explicitPolicy = options.IsPolicyRequired ? 0 : length + 1;
        policyMapping = options.IsPolicyMappingInhibited ? 0 : length + 1;
        inhibitAnyPolicy = options.IsAnyPolicyInhibited ? 0 : length + 1;
    }

    /// <summary>§6.1.3 (d) to (f) and §6.1.4 (a), (b), (h) to (j).</summary>
    public PathFinding? Pass(CertificateFacts authority)
    {
        graph.Enter(authority.Policies, inhibitAnyPolicy > 0 || authority.IsSelfIssued);
        var finding = Missing();
        // §6.1.4 (a).
        if (authority.PolicyMappings.Any(mapping => mapping.IssuerPolicy == Oids.AnyPolicy || mapping.SubjectPolicy == Oids.AnyPolicy))
            finding ??= PathFinding.AnyPolicyMapped;
        graph.Map(authority.PolicyMappings, policyMapping > 0);
        if (!authority.IsSelfIssued)
            CountDown();
        Lower(ref explicitPolicy, authority.PolicyConstraints?.RequireExplicitPolicy);
        Lower(ref policyMapping, authority.PolicyConstraints?.InhibitPolicyMapping);
        Lower(ref inhibitAnyPolicy, authority.InhibitAnyPolicy);
        return finding;
    }

    /// <summary>§6.1.3 (d) to (f) and §6.1.5 (a), (b), (g).</summary>
    public (PathFinding? Finding, IReadOnlyCollection<string> Policies) Finish(CertificateFacts target)
    {
        graph.Enter(target.Policies, inhibitAnyPolicy > 0);
        var finding = Missing();
        if (explicitPolicy > 0)
            explicitPolicy--;
        if (target.PolicyConstraints?.RequireExplicitPolicy == 0)
            explicitPolicy = 0;
        var acceptable = graph.AcceptableOf(options.AcceptablePolicies);
        return (finding ?? (explicitPolicy == 0 && acceptable.Count == 0 ? PathFinding.PolicyNotAcceptable : null), acceptable);
    }

    // §6.1.3 (f).
    private PathFinding? Missing() => explicitPolicy == 0 && graph.IsEmpty ? PathFinding.PolicyNotAcceptable : null;

    // §6.1.4 (h).
    private void CountDown()
    {
        explicitPolicy = Math.Max(0, explicitPolicy - 1);
        policyMapping = Math.Max(0, policyMapping - 1);
        inhibitAnyPolicy = Math.Max(0, inhibitAnyPolicy - 1);
    }

    private static void Lower(ref int counter, int? limit) => counter = Math.Min(counter, limit ?? counter);
}
