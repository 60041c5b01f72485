using ScCa.Seals.Structures;

namespace ScCa.Seals.Verification;

/// <summary>What a register knows of a seal at an instant.</summary>
public enum SealState
{
    InUse,
    Revoked,

    /// <summary>The register should know the seal, and does not.</summary>
    Unknown,
}

/// <summary>
/// Whether a seal was in use: the formats have no revocation, so whoever made the seal keeps it. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ISealRegister
{
    SealState StateAt(ElectronicSeal seal, DateTimeOffset instant);
}
