using ScCa.Pki.Extensions;

namespace ScCa.Pki.Paths;

/// <summary>
/// valid_policy_tree of RFC 5280 §6.1 as the graph of RFC 9618 §5: one node for each policy and depth, however many ways lead to it. The tree grows with the
/// power of the path's length, the graph with what the certificates hold.
/// </summary>
internal sealed class PolicyGraph
{
    private readonly List<PolicyLevel> levels = [];

    // The nodes that the certificates above expect at the next depth.
    private PolicyLevel next = new() { HasAnyPolicy = true };

    public bool IsEmpty => levels.Count > 0 && levels[^1].IsEmpty;

    /// <summary>§6.1.3 (d) and (e).</summary>
    public void Enter(IReadOnlyList<CertificatePolicy>? policies, bool isAnyPolicyAllowed)
    {
        var level = next;
        levels.Add(level);
        if (policies is null)
        {
            level.Clear();
            return;
        }

        var named = policies.Select(policy => policy.Oid).Where(oid => oid != Oids.AnyPolicy).ToHashSet(StringComparer.Ordinal);
        var hadAnyPolicy = level.HasAnyPolicy;
        if (!isAnyPolicyAllowed || named.Count == policies.Count)
        {
            level.KeepOnly(named.Contains);
            level.HasAnyPolicy = false;
        }

        if (!hadAnyPolicy)
            return;
        foreach (var policy in named)
            level.Nodes.TryAdd(policy, []);
    }

    /// <summary>§6.1.4 (b), and what the next certificate is expected to name.</summary>
    public void Map(IReadOnlyList<PolicyMapping> mappings, bool isMappingAllowed)
    {
        var level = levels[^1];
        var mapped = mappings.Select(mapping => mapping.IssuerPolicy).ToHashSet(StringComparer.Ordinal);
        if (!isMappingAllowed)
        {
            // (b)(2): what would be mapped is pruned.
            level.KeepOnly(policy => !mapped.Contains(policy));
            mappings = [];
            mapped.Clear();
        }
        else if (level.HasAnyPolicy)
        {
            // (b)(1): anyPolicy stands for the policy that is mapped.
            foreach (var policy in mapped)
                level.Nodes.TryAdd(policy, []);
        }

        next = new PolicyLevel { HasAnyPolicy = level.HasAnyPolicy };
        foreach (var mapping in mappings.Distinct().Where(mapping => level.Nodes.ContainsKey(mapping.IssuerPolicy)))
            Expect(mapping.SubjectPolicy, mapping.IssuerPolicy);
        foreach (var policy in level.Nodes.Keys.Where(policy => !mapped.Contains(policy)))
            Expect(policy, policy);
    }

    /// <summary>§6.1.5 (g): the policies that the caller accepts, of those in the first authority's words; anyPolicy where every one is.</summary>
    public IReadOnlyCollection<string> AcceptableOf(IReadOnlyList<string> acceptable)
    {
        if (IsEmpty)
            return [];
        var isAnyAccepted = acceptable.Contains(Oids.AnyPolicy);
        var valid = ReachableRoots();
        if (levels[^1].HasAnyPolicy)
            return isAnyAccepted ? [Oids.AnyPolicy] : acceptable.ToHashSet(StringComparer.Ordinal);
        return isAnyAccepted ? valid : valid.Intersect(acceptable).ToHashSet(StringComparer.Ordinal);
    }

    // valid_policy_node_set: the nodes below an anyPolicy from which the last level is reached.
    private HashSet<string> ReachableRoots()
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        var reachable = levels[^1].Nodes.Keys.ToHashSet(StringComparer.Ordinal);
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var above = new HashSet<string>(StringComparer.Ordinal);
            foreach (var policy in reachable)
            {
                var parents = levels[i].Nodes[policy];
                if (parents.Count == 0)
                    roots.Add(policy);
                above.UnionWith(parents);
            }

            reachable = above;
        }

        return roots;
    }

    private void Expect(string policy, string parent)
    {
        if (!next.Nodes.TryGetValue(policy, out var parents))
            next.Nodes.Add(policy, parents = []);
        parents.Add(parent);
    }
}
