using System.Collections.Immutable;
using System.Numerics;
using ScCa.Pki.Certificates;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Making;

/// <summary>What a seal is to be.</summary>
/// <param name="Name">As it is registered.</param>
/// <param name="Certificates">Whose holders may use it.</param>
public sealed record SealOrder(string Name, SealPictureContent Picture, ImmutableArray<PkiCertificate> Certificates, DateTimeOffset ValidStart, DateTimeOffset ValidEnd)
{
    public const int UnitSeal = 1;

    public const int PersonalSeal = 2;

    public SealVersion Version { get; init; } = SealVersion.V4;

    public BigInteger Type { get; init; } = UnitSeal;

    public SealSignersKind SignersKind { get; init; } = SealSignersKind.Certificates;

    public ImmutableArray<SealExtension> Extensions { get; init; } = [];
}
