namespace ScCa.Issuance.Profiles;

/// <summary>What is wrong with a profile: in which file, at which place, and why.</summary>
/// <param name="Path">The member's name, and its place in a list.</param>
public sealed record ProfileFinding(string File, string Path, string ZhCn, string En)
{
    public override string ToString() => $"{File}: {Path}: {En}";
}
