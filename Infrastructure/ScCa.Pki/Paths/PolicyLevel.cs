namespace ScCa.Pki.Paths;

/// <summary>The policies that stand at one depth of the policy graph.</summary>
internal sealed class PolicyLevel
{
    /// <summary>Each policy with those of the level above that expect it; none where anyPolicy above does.</summary>
    public Dictionary<string, List<string>> Nodes { get; } = new(StringComparer.Ordinal);

    public bool HasAnyPolicy { get; set; }

    public bool IsEmpty => Nodes.Count == 0 && !HasAnyPolicy;

    public void Clear()
    {
        Nodes.Clear();
        HasAnyPolicy = false;
    }

    public void KeepOnly(Func<string, bool> isKept)
    {
        foreach (var policy in Nodes.Keys.Where(policy => !isKept(policy)).ToList())
            Nodes.Remove(policy);
    }
}
