using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Requests;
using ScCa.Pki.RevocationLists;
using ScCa.Pki.Tests.RevocationLists;
using ScCa.Testing.Fixtures;

namespace ScCa.Pki.Tests;

/// <summary>Samples that use more of a format than the fixtures do. Their signatures are made up.</summary>
internal static class FuzzSamples
{
    private static readonly PkiCertificate Issuer = PkiCertificate.From(Fixtures.File("sub.crt"));

    private static readonly ReadOnlyMemory<byte> Serial = PkiCertificate.From(Fixtures.File("sign.crt")).SerialNumber;

    public static byte[] Request()
    {
        using var key = TestKey.OfScalar(Fixtures.Key("sign").D);
        return new RequestContent(
            TestAuthority.NameOf("四川测试有限公司"), key.PublicKey,
            [KeyUsage.Of(KeyUsages.DigitalSignature), AlternativeName.OfSubject(false, GeneralName.DnsName("a.example")), ExtendedKeyUsage.Of(false, Oids.DocumentSigning)],
            "test 1").Sign(key.Signer).Encoded.ToArray();
    }

    public static byte[] PartialDelta()
    {
        using var writer = new RevocationListWriter(new(
            SignatureAlgorithm.Sm2WithSm3, Issuer.Subject, TestAuthority.Now, TestAuthority.Now.AddDays(1),
            [
                CrlNumber.Of(300), CrlNumber.OfBase(299), DistributionPoint.OfDelta("http://crl.example/delta.crl"),
                new IssuingDistributionPoint([GeneralName.Uri("http://crl.example/1.crl")], OnlyContainsUserCerts: true, OnlySomeReasons: ReasonFlags.KeyCompromise).ToExtension(),
            ]));
        writer.Add(Serial.Span, TestAuthority.Now, RevocationReason.RemoveFromCrl, TestAuthority.Now.AddDays(-1));
        writer.Add([5], TestAuthority.Now);
        writer.Add([6], new DateTimeOffset(2051, 1, 1, 0, 0, 0, TimeSpan.Zero), RevocationReason.Superseded);
        return writer.Complete(new byte[70]).ToArray();
    }

    public static byte[] IndirectList() => HandmadeList.Bytes(
        1,
        [
            (7, [HandmadeList.IssuerIs(Issuer.Subject), HandmadeList.Of(Oids.CrlReason, false, writer => writer.WriteEnumeratedValue(RevocationReason.CertificateHold))]),
            (6, []), (7, [HandmadeList.IssuerIs(TestAuthority.NameOf("Alice"))]),
        ],
        [new IssuingDistributionPoint([], IsIndirect: true).ToExtension()]);

    public static byte[] OcspRequest() => new OcspRequestContent([Id(DigestAlgorithm.Sm3), Id(DigestAlgorithm.Sha1)], new byte[32]).Encode();

    public static byte[] OcspResponse()
    {
        using var key = TestKey.OfScalar(Fixtures.Key("ocsp").D);
        var revoked = new OcspAnswer(
            Id(DigestAlgorithm.Sm3), OcspStatus.Revoked(TestAuthority.Now, RevocationReason.Superseded), TestAuthority.Now, TestAuthority.Now.AddDays(1), TestAuthority.Now.AddYears(-9));
        return new OcspResponseContent(
            OcspResponderId.ByKey(key.PublicKey), TestAuthority.Now, [revoked, revoked with { Id = Id(DigestAlgorithm.Sha256), Status = OcspStatus.Unknown }], new byte[32])
            .Sign(key.Signer, PkiCertificate.From(Fixtures.File("ocsp.crt")));
    }

    private static OcspCertificateId Id(DigestAlgorithm hash) => OcspCertificateId.Of(new(Issuer), Serial, hash);
}
