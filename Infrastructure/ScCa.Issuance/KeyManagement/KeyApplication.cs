using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>An encryption key pair is asked for.</summary>
/// <param name="Task">The certificate's serial: asked again under it, the same pair is answered.</param>
/// <param name="Recipient">The holder's signature key, which alone can take the private key out of its envelope.</param>
public sealed record KeyApplication(SerialNumber Task, Sm2PublicKey Recipient, Instant NotAfter, Instant At);
