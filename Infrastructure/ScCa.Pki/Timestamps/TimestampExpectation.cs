using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Timestamps;

/// <summary>What a timestamp is verified against.</summary>
/// <param name="Data">What was stamped; hashed with the algorithm that the token names, where that is an accepted one.</param>
/// <param name="Now">A time ahead of it is not believed.</param>
/// <param name="Trust">Judges the authority's certificate as of the timestamp's own time.</param>
public sealed record TimestampExpectation(ReadOnlyMemory<byte> Data, DateTimeOffset Now, CertificateTrust Trust)
{
    /// <summary>The hashes whose imprints are believed.</summary>
    public IReadOnlyList<DigestAlgorithm> Digests { get; init; } = [DigestAlgorithm.Sm3, DigestAlgorithm.Sha256, DigestAlgorithm.Sha384, DigestAlgorithm.Sha512];

    /// <summary>The request's nonce, content octets; null where the request is not at hand, as with a seal's timestamp.</summary>
    public ReadOnlyMemory<byte>? Nonce { get; init; }

    /// <summary>Empty where every policy is accepted.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Certificates that are known apart from the token: a token need not hold any.</summary>
    public IReadOnlyList<PkiCertificate> Certificates { get; init; } = [];

    /// <summary>How far two clocks may differ.</summary>
    public TimeSpan ClockSkewMax { get; init; } = TimeSpan.FromMinutes(1);
}
