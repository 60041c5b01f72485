namespace ScCa.Domain.Platforms;

/// <summary>What kind of subject a certificate names.</summary>
public enum HolderKind
{
    Unit,
    Individual,
    Expert,
}
