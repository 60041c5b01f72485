namespace ScCa.Pki.Paths;

/// <summary>What it means for a path that nobody knows whether a certificate of it was revoked.</summary>
public enum RevocationDemand
{
    /// <summary>Revocation is not looked at.</summary>
    None = 0,

    /// <summary>What is known counts; what is unknown is let pass.</summary>
    SoftFail = 1,

    /// <summary>What is unknown is refused.</summary>
    HardFail = 2,
}
