namespace ScCa.Domain.Certificates;

/// <summary>
/// The outcome of a challenge signed with the key whose certificate has this serial (A6). Only code that has verified the signature makes one.
/// </summary>
public sealed record KeyProof(SerialNumber Serial, Digest ChallengeDigest);
