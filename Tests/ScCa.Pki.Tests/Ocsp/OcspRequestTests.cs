using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Ocsp;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Ocsp;

public sealed class OcspRequestTests
{
    private static readonly PkiCertificate Issuer = PkiCertificate.From(Fixtures.File("sub.crt"));

    private static readonly byte[] Serial = PkiCertificate.From(Fixtures.File("sign.crt")).SerialNumber.ToArray();

    private static readonly OcspCertificateId Id = OcspCertificateId.Of(new(Issuer), Serial, DigestAlgorithm.Sm3);

    [Fact]
    public void An_identifier_is_made_as_others_make_it() =>
        Assert.Equal(OcspResponse.From(Fixtures.File("ocsp.resp")).Basic!.Answers[0].Id, Id);

    [Fact]
    public void Several_certificates_are_asked_about_at_once_under_every_hash()
    {
        DigestAlgorithm[] hashes = [DigestAlgorithm.Sm3, DigestAlgorithm.Sha1, DigestAlgorithm.Sha256];
        OcspCertificateId[] ids = [.. hashes.Select(hash => OcspCertificateId.Of(new(Issuer), Serial, hash))];

        var read = OcspRequest.From(new OcspRequestContent(ids).Encode());

        Assert.Equal(ids, read.Ids);
        Assert.Equal(hashes, read.Ids.Select(id => id.Algorithm));
        Assert.All(read.Ids, id => Assert.True(new OcspIssuer(Issuer).Issued(id)));
        Assert.All(read.Ids, id => Assert.False(new OcspIssuer(PkiCertificate.From(Fixtures.File("root.crt"))).Issued(id)));
        Assert.All(read.Ids, id => Assert.Equal(Serial, id.SerialNumber.ToArray()));
        Assert.True(read.Nonce.IsEmpty);
        Assert.False(read.IsSigned || read.HasUnknownCriticalExtension);
    }

    [Theory, InlineData(1), InlineData(32), InlineData(128)]
    public void A_nonce_comes_back(int size)
    {
        var nonce = Enumerable.Range(1, size).Select(i => (byte)i).ToArray();

        Assert.Equal(nonce, OcspRequest.From(new OcspRequestContent([Id], nonce).Encode()).Nonce.ToArray());
    }

    [Fact]
    public void A_nonce_too_long_is_neither_written_nor_read()
    {
        Assert.Equal(PkiRefusal.ValueNotEncodable, Assert.Throws<PkiRefusedException>(() => new OcspRequestContent([Id], new byte[129]).Encode()).Refusal);
        Assert.Equal(PkiRefusal.OcspRequestMalformed, RefusalOf(Handmade(Nonce(new byte[129]))));
        Assert.Equal(PkiRefusal.OcspRequestMalformed, RefusalOf(Handmade(Nonce([]))));
        Assert.Equal(PkiRefusal.OcspRequestMalformed, RefusalOf(Handmade(new Extension(Oids.OcspNonce, false, new byte[] { 1, 2, 3 }))));
        Assert.Equal(128, OcspRequest.From(Handmade(Nonce(new byte[128]))).Nonce.Length);
    }

    [Fact]
    public void A_signed_request_with_its_requestor_is_tolerated()
    {
        var request = OcspRequest.From(Writing.Sequence(writer =>
        {
            using (writer.PushSequence())
            {
                using (writer.PushExplicit(0))
                    writer.WriteInteger(0);
                using (writer.PushExplicit(1))
                    writer.WriteEncoded(GeneralName.DirectoryName(Issuer.Subject).Encoded);
                WriteIds(writer, Id);
            }

            using (writer.PushExplicit(0))
                writer.WriteEncodedValue(SignedBytes.Assemble([0x05, 0x00], SignatureAlgorithm.Sm2WithSm3, [1, 2, 3]));
        }));

        Assert.True(request.IsSigned);
        Assert.Equal([Id], request.Ids);
    }

    [Fact]
    public void A_hash_that_is_not_known_names_no_issuer()
    {
        var bytes = new OcspRequestContent([OcspCertificateId.Of(new(Issuer), Serial, DigestAlgorithm.Sha256)]).Encode();
        // 2.16.840.1.101.3.4.2.1 becomes SHA-224.
        bytes[bytes.AsSpan().IndexOf(Convert.FromHexString("608648016503040201")) + 8] = 4;

        var id = OcspRequest.From(bytes).Ids[0];

        Assert.Null(id.Algorithm);
        Assert.False(new OcspIssuer(Issuer).Issued(id));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_is_critical_and_not_understood_is_told(bool isCritical) =>
        Assert.Equal(isCritical, OcspRequest.From(Handmade(new Extension("1.2.3.4", isCritical, new byte[] { 5, 0 }))).HasUnknownCriticalExtension);

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("300430023000")]
    [InlineData("30820400")]
    public void What_is_no_request_is_refused(string hex) => Assert.Equal(PkiRefusal.OcspRequestMalformed, RefusalOf(Convert.FromHexString(hex)));

    [Fact]
    public void Too_many_questions_and_too_long_ones_are_refused()
    {
        Assert.Equal(128, OcspRequest.From(new OcspRequestContent([.. Enumerable.Repeat(Id, 128)]).Encode()).Ids.Count);
        Assert.Equal(PkiRefusal.OcspRequestMalformed, RefusalOf(new OcspRequestContent([.. Enumerable.Repeat(Id, 129)]).Encode()));
        Assert.Equal(PkiRefusal.TooLong, RefusalOf(new byte[65 * 1024]));
    }

    private static PkiRefusal RefusalOf(byte[] request) => Assert.Throws<PkiRefusedException>(() => OcspRequest.From(request)).Refusal;

    private static Extension Nonce(byte[] octets) => new(Oids.OcspNonce, false, Writing.Der(writer => writer.WriteOctetString(octets)));

    private static byte[] Handmade(Extension extension) => Writing.Sequence(writer =>
    {
        using (writer.PushSequence())
        {
            WriteIds(writer, Id);
            using (writer.PushExplicit(2))
                Extension.WriteAll(writer, [extension]);
        }
    });

    private static void WriteIds(AsnWriter writer, OcspCertificateId id)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteEncoded(id.Encoded);
    }
}
