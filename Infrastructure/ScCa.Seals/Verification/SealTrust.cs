namespace ScCa.Seals.Verification;

/// <summary>What a verification relies on: who is believed, as of when, and by which policy.</summary>
/// <param name="Now">The instant of the verification.</param>
public sealed record SealTrust(ICertificateJudge Judge, DateTimeOffset Now)
{
    public SealPolicy Policy { get; init; } = SealPolicy.Usual;

    /// <summary>Null where nobody can be asked about seals; then their status is not judged.</summary>
    public ISealRegister? Register { get; init; }

    /// <summary>The name that the seal is registered under; null where it is not known.</summary>
    public string? RegisteredName { get; init; }
}
