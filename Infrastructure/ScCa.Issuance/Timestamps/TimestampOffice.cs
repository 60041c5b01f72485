using ScCa.Issuance.Issuing;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.Issuance.Timestamps;

/// <summary>A timestamp authority with its key, which is disposed of with it.</summary>
public sealed class TimestampOffice : IDisposable
{
    private readonly AuthorityKey key;
    private readonly TimestampAuthority authority;

    /// <param name="path">Certificates above its own, for tokens that are to hold them.</param>
    /// <exception cref="ArgumentException">The certificate is not the key's, or not one for timestamps.</exception>
    public TimestampOffice(
        TimestampAuthorityOptions options, PkiCertificate certificate, IKeyHolder key, IReadOnlyList<PkiCertificate> path, IReadOnlyList<IClockSource> clocks)
    {
        this.key = new AuthorityKey(key);
        authority = new TimestampAuthority(options, this.key, certificate, path, clocks);
        Certificate = certificate;
    }

    public PkiCertificate Certificate { get; }

    public void Dispose() => key.Dispose();

    /// <summary>Whether it signs with this hash: whoever asks with SM3 is given SM2, and with SHA-2 the other.</summary>
    internal bool SuitsBest(MessageImprint? imprint) => (imprint?.Algorithm == DigestAlgorithm.Sm3) == (key.PublicKey.Kind == PublicKeyKind.Sm2);

    internal TimestampResponse Answer(ReadOnlyMemory<byte> request) => authority.Answer(request);
}
