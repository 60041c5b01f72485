using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Issuance.Building;

/// <summary>What differs from one certificate of a kind to the next.</summary>
/// <param name="Subject">The name, DER.</param>
/// <param name="KeyBits">What the BIT STRING of the key holds: the key's identifier is hashed from it.</param>
/// <param name="Identities">The identity extensions, one after another; often empty.</param>
internal readonly record struct CertificateOrder(
    SerialNumber Serial, Instant NotBefore, Instant NotAfter, byte[] Subject, ReadOnlyMemory<byte> SubjectPublicKeyInfo, ReadOnlyMemory<byte> KeyBits, byte[] Identities);
