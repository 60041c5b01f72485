using System.Collections.Immutable;
using ScCa.Pki.Certificates;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Sealing;

/// <summary>Which seal is put on what, by whom and when.</summary>
/// <param name="Signer">Whose key signs; the seal must list it.</param>
/// <param name="DataHash">The digest of what is protected, with the hash that goes with the signer's key.</param>
/// <param name="PropertyInfo">What is protected: the path within the document, ASCII.</param>
public sealed record SealingRequest(ElectronicSeal Seal, PkiCertificate Signer, ReadOnlyMemory<byte> DataHash, string PropertyInfo, DateTimeOffset At)
{
    public ImmutableArray<SealExtension> Extensions { get; init; } = [];
}
