using ScCa.Issuance.Issuing;

namespace ScCa.Issuance.Revocation;

/// <summary>An authority whose lists are issued here.</summary>
/// <param name="DeltaAddresses">Where its deltas are, as holders' certificates say it; none where they say nothing.</param>
public sealed record ListedAuthority(IssuingAuthority Issuer, IReadOnlyList<string> DeltaAddresses);
