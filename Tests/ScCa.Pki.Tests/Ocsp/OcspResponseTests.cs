using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Ocsp;

public sealed class OcspResponseTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PkiCertificate Sub = PkiCertificate.From(Fixtures.File("sub.crt"));

    [Fact]
    public void A_response_that_others_made_says_good_and_revoked()
    {
        var response = OcspResponse.From(Fixtures.File("ocsp.resp"));

        var good = response.Verify(Asking("sign.crt"));
        var revoked = response.Verify(Asking("enc.crt"));

        Assert.True(good.IsValid && revoked.IsValid);
        Assert.Equal(OcspStatus.Good, good.Answer!.Status);
        Assert.Equal(OcspStatus.Revoked(new(2024, 12, 31, 0, 0, 0, TimeSpan.Zero), RevocationReason.KeyCompromise), revoked.Answer!.Status);
        Assert.Equal(PkiCertificate.From(Fixtures.File("ocsp.crt")), good.Responder);
        Assert.NotNull(good.Responder!.Extensions.Find(Oids.OcspNoCheck));
        Assert.Equal(DigestAlgorithm.Sm3, good.Answer.Id.Algorithm);
        Assert.Equal(OcspCheck.CertificateId, response.Verify(Asking("maker.crt")).Failed);
    }

    [Fact]
    public void Every_byte_of_a_response_counts()
    {
        var bytes = Fixtures.File("ocsp.resp");
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            Assert.True(Refused.Or(() => !OcspResponse.From(changed).Verify(Asking("sign.crt")).IsValid), $"byte {i}");
        }
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void All_that_is_answered_comes_back(PublicKeyKind kind)
    {
        using var responder = new TestResponder(kind);
        var cutoff = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var nonce = OcspNonce.New();
        OcspAnswer[] answers =
        [
            responder.Answer(OcspStatus.Revoked(TestAuthority.Now.AddDays(-3), RevocationReason.Superseded)) with { ArchiveCutoff = cutoff },
            responder.Answer(OcspStatus.Revoked(TestAuthority.Now.AddDays(-3)), DigestAlgorithm.Sha1) with { NextUpdate = null },
            responder.Answer(OcspStatus.Unknown, DigestAlgorithm.Sha256),
        ];

        var response = responder.Respond(responder.Content(answers) with { Nonce = nonce });

        Assert.Equal(answers, response.Basic!.Answers);
        Assert.Equal(nonce, response.Basic.Nonce.ToArray());
        Assert.Equal(TestAuthority.Now, response.Basic.ProducedAt);
        Assert.Equal([responder.Certificate], response.Basic.Certificates);
        Assert.Equal(answers[0], response.Verify(responder.Question with { Nonce = nonce }).Answer);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_issuer_itself_may_answer_by_name_or_by_key(bool byName)
    {
        using var responder = new TestResponder(PublicKeyKind.Sm2);
        var issuer = responder.Authority;
        var id = byName ? OcspResponderId.ByName(issuer.Name) : OcspResponderId.ByKey(issuer.Key.PublicKey);

        var result = OcspResponse.From((responder.Content(responder.Good()) with { Responder = id }).Sign(issuer.Key.Signer)).Verify(responder.Question);

        Assert.True(result.IsValid);
        Assert.Null(result.Responder);
    }

    [Fact]
    public void A_responder_may_be_named_by_its_key()
    {
        using var responder = new TestResponder(PublicKeyKind.Sm2);

        var response = responder.Respond(responder.Content(responder.Good()) with { Responder = OcspResponderId.ByKey(responder.Key.PublicKey) });

        Assert.True(response.Verify(responder.Question).IsValid);
        // [2] with 20 octets: SHA-1, whatever the keys are.
        Assert.Equal("A2160414", Convert.ToHexString(response.Basic!.Responder.Encoded.Span[..4]));
    }

    [Theory]
    [InlineData(OcspResponseStatus.MalformedRequest, "30030A0101")]
    [InlineData(OcspResponseStatus.InternalError, "30030A0102")]
    [InlineData(OcspResponseStatus.TryLater, "30030A0103")]
    [InlineData(OcspResponseStatus.SignatureRequired, "30030A0105")]
    [InlineData(OcspResponseStatus.Unauthorized, "30030A0106")]
    public void A_responder_that_refuses_says_why(OcspResponseStatus status, string hex)
    {
        Assert.Equal(hex, Convert.ToHexString(OcspResponse.Refusing(status)));
        Assert.Equal((status, null), (OcspResponse.From(Convert.FromHexString(hex)).Status, OcspResponse.From(Convert.FromHexString(hex)).Basic));
        Assert.Equal(OcspCheck.ResponseStatus, OcspResponse.From(Convert.FromHexString(hex)).Verify(Asking("sign.crt")).Failed);
    }

    [Theory]
    [InlineData("30030A0100", "success without answers")]
    [InlineData("30030A0104", "a status that is not used")]
    [InlineData("30030A0107", "a status that is not there")]
    [InlineData("3000", "nothing")]
    [InlineData("30030A01010500", "something behind")]
    public void What_is_no_response_is_refused(string hex, string what) =>
        Assert.Equal((what, PkiRefusal.OcspResponseMalformed), (what, Assert.Throws<PkiRefusedException>(() => OcspResponse.From(Convert.FromHexString(hex))).Refusal));

    [Fact]
    public void A_refusal_bears_no_answers_and_success_is_no_refusal()
    {
        var bytes = Fixtures.File("ocsp.resp");
        bytes[6] = 1;

        Assert.Throws<PkiRefusedException>(() => OcspResponse.From(bytes));
        Assert.Throws<ArgumentException>(() => OcspResponse.Refusing(OcspResponseStatus.Successful));
    }

    private static OcspQuestion Asking(string file) => new(Sub, PkiCertificate.From(Fixtures.File(file)).SerialNumber, At);
}
