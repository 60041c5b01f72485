using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>A private key is to be given out again, for another signature key of its holder or for whom the law names.</summary>
/// <param name="Shares">Of as many custodians as the archive asks for.</param>
/// <param name="Reason">Goes into the archive's own record; no personal data.</param>
public sealed record KeyRestoration(SerialNumber Task, Sm2PublicKey Recipient, IReadOnlyList<CustodianShare> Shares, string Reason, Instant At);
