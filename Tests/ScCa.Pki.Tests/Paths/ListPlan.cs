using System.Numerics;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Tests.Paths;

/// <summary>What a revocation list is to be, without its keys.</summary>
internal sealed class ListPlan(CertificatePlan issuer)
{
    public CertificatePlan Issuer { get; set; } = issuer;

    public DateTimeOffset ThisUpdate { get; set; } = TestAuthority.Now.AddDays(-1);

    public DateTimeOffset NextUpdate { get; set; } = TestAuthority.Now.AddDays(1);

    public BigInteger Number { get; set; } = 7;

    public BigInteger? BaseNumber { get; set; }

    public IssuingDistributionPoint? Scope { get; set; }

    public int? SignerKey { get; set; }

    public bool IsSignatureBroken { get; set; }

    public bool HasUnknownCritical { get; set; }

    public List<(CertificatePlan Certificate, DateTimeOffset At, RevocationReason? Reason)> Revoked { get; } = [];

    public byte[] Encode(KeyRing keys)
    {
        var signer = keys[SignerKey ?? Issuer.Key].Signer;
        var content = new RevocationListContent(signer.Algorithm, Issuer.Subject, ThisUpdate, NextUpdate, [.. Extensions(keys)]);
        var encoded = content.Sign(signer, Revoked.Select(entry => new RevokedEntry(entry.Certificate.Serial(), entry.At, entry.Reason))).Encoded.ToArray();
        if (IsSignatureBroken)
            encoded[^1] ^= 1;
        return encoded;
    }

    private IEnumerable<Extension> Extensions(KeyRing keys)
    {
        yield return KeyIdentifiers.OfAuthority(KeyIdentifiers.Of(keys[Issuer.Key].PublicKey));
        yield return CrlNumber.Of(Number);
        if (BaseNumber is { } number)
            yield return CrlNumber.OfBase(number);
        if (Scope is { } scope)
            yield return scope.ToExtension();
        if (HasUnknownCritical)
            yield return new Extension("1.2.3.4.5.8", IsCritical: true, new byte[] { 0x05, 0x00 });
    }
}
