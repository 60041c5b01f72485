using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Making;

/// <summary>
/// The seal maker (制章人): makes seals, upgrades old ones to the national standard and makes them again for a new certificate.
/// No seal is changed in place: each answer is a new seal with a new esID, and the old one's signatures stay verifiable.
/// <b>Concurrency</b>: safe from any thread, as signer and judge are.
/// </summary>
public sealed class SealMaker
{
    private readonly ISigner signer;
    private readonly PkiCertificate certificate;
    private readonly string vendorId;
    private readonly ICertificateJudge judge;

    /// <param name="vendorId">Vid: whose software makes the seals, ASCII.</param>
    /// <exception cref="ArgumentException">The certificate is not the signer's.</exception>
    public SealMaker(ISigner signer, PkiCertificate certificate, string vendorId, ICertificateJudge judge)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentException.ThrowIfNullOrEmpty(vendorId);
        ArgumentNullException.ThrowIfNull(judge);
        if (!signer.PublicKey.Equals(certificate.PublicKey))
            throw new ArgumentException("The certificate is not the signer's.", nameof(certificate));
        if (!vendorId.All(char.IsAscii))
            throw new ArgumentException("Vid is ASCII.", nameof(vendorId));
        (this.signer, this.certificate, this.vendorId, this.judge) = (signer, certificate, vendorId, judge);
    }

    /// <exception cref="SealRefusedException">The order cannot be a seal, or the maker's certificate may not make one now.</exception>
    public ElectronicSeal Make(SealOrder order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Version == SealVersion.V1)
            throw new SealRefusedException(SealRefusal.SealVersionUnfit);
        return MakeAny(order, at);
    }

    /// <summary>An old seal as a national-standard one: name, type and picture are kept.</summary>
    /// <param name="certificate">The holder's; the new seal lists it alone and ends with it.</param>
    /// <exception cref="SealRefusedException">The old seal's signature does not verify, it lists another holder, or it is no older than what is asked for.</exception>
    public ElectronicSeal Upgrade(ElectronicSeal old, PkiCertificate certificate, DateTimeOffset at, SealVersion version = SealVersion.V4)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(certificate);
        if (version <= old.Version)
            throw new SealRefusedException(SealRefusal.SealVersionUnfit);
        if (!old.Content.Property.Signers.Lists(certificate.Encoded))
            throw new SealRefusedException(SealRefusal.SignerNotInSeal);
        return MakeAgain(old, certificate, at, version);
    }

    /// <summary>The same seal for a new certificate of the same holder, ending with it.</summary>
    /// <exception cref="SealRefusedException">The old seal's signature does not verify, or it is of a version that is made no more.</exception>
    public ElectronicSeal Remake(ElectronicSeal old, PkiCertificate certificate, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(certificate);
        return old.Version == SealVersion.V1 ? throw new SealRefusedException(SealRefusal.SealVersionUnfit) : MakeAgain(old, certificate, at, old.Version);
    }

    internal ElectronicSeal MakeAny(SealOrder order, DateTimeOffset at) => Prepare(order, at).Sign();

    /// <summary>
    /// In two halves, for who makes an intent durable between them. A seal of the old generation is prepared too: it is made again in its own format until its
    /// holder has it upgraded.
    /// </summary>
    /// <exception cref="SealRefusedException">The order cannot be a seal, or the maker's certificate may not make one now.</exception>
    public UnsignedSeal Prepare(SealOrder order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        SealOrderCheck.RefuseUnfit(order, at);
        RefuseUnfitMaker(at);
        var content = new SealContent(
            new SealHeader((int)order.Version, vendorId), SealId.New(),
            new SealProperty(
                order.Type, order.Name, SealSigners.Of(order.SignersKind, order.Certificates.Select(c => c.Encoded)),
                SealTime.WholeSeconds(at), SealTime.WholeSeconds(order.ValidStart), SealTime.WholeSeconds(order.ValidEnd)),
            order.Picture) { Extensions = order.Extensions };
        var encoded = content.Encode();
        return new UnsignedSeal(content.EsId, encoded, ToSign(encoded, order.Version), toSign => Sign(encoded, toSign, order.Version));
    }

    private ElectronicSeal MakeAgain(ElectronicSeal old, PkiCertificate certificate, DateTimeOffset at, SealVersion version)
    {
        var property = old.Content.Property;
        if (!IsSignedByItsMaker(old))
            throw new SealRefusedException(SealRefusal.OldSealForged);
        return Make(
            new SealOrder(property.Name, old.Content.Picture, [certificate], ValidStart: at, ValidEnd: certificate.NotAfter)
            {
                Version = version,
                Type = property.Type,
                SignersKind = property.Signers.Kind,
            },
            at);
    }

    // The old seal may have expired, and its maker's certificate too: that is why it is made again. What it says must still be what its maker signed.
    private static bool IsSignedByItsMaker(ElectronicSeal old) =>
        CertificateSteps.Read(old.MakerCertificate) is { } maker
        && SignatureAlgorithm.Find(old.SignatureAlgorithm) is { } algorithm
        && maker.PublicKey.Verify(algorithm, old.SignedBytes.Span, old.SignatureValue.Span);

    // GM/T 0031-2025: the maker's certificate is verified before anything is made.
    private void RefuseUnfitMaker(DateTimeOffset at)
    {
        var steps = CertificateSteps.Maker;
        var judgement = steps.Ask(new SealTrust(judge, at), certificate, at, []);
        if (!judgement.IsTrusted || judgement.Revocation != CertificateRevocation.NotRevoked
            || steps.KeyUsageFailure(certificate) is not null || steps.ValidityFailure(certificate, at) is not null)
            throw new SealRefusedException(SealRefusal.MakerCertificateUnfit);
    }

    private byte[] ToSign(byte[] content, SealVersion version) => version == SealVersion.V1
        ? SealEncoding.SignedBytesOfV1(content, SealEncoding.OctetString(certificate.Encoded.Span), SealEncoding.ObjectIdentifier(signer.Algorithm.Oid))
        : content;

    private ElectronicSeal Sign(byte[] content, byte[] toSign, SealVersion version)
    {
        var seal = ElectronicSeal.ReadInPlace(SealEncoding.Seal(version, content, certificate.Encoded, signer.Algorithm.Oid, signer.Sign(toSign)));
        // Read back and verified before anybody gets it: a token that answers nonsense must not make a seal.
        return certificate.PublicKey.Verify(signer.Algorithm, seal.SignedBytes.Span, seal.SignatureValue.Span)
            ? seal
            : throw new SealRefusedException(SealRefusal.SignatureValueWrong);
    }
}
