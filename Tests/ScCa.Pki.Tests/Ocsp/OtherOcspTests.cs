using System.Globalization;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.Ocsp;

public sealed class OtherOcspTests
{
    // openssl compares with its own clock: this holds for any that is not far off.
    private static readonly DateTimeOffset LongAgo = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), InLongTime = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] AtNow = ["-attime", TestAuthority.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)];

    [Theory, InlineData(PublicKeyKind.EcdsaP256, "-sha1"), InlineData(PublicKeyKind.EcdsaP256, "-sha256"), InlineData(PublicKeyKind.Rsa, "-sha1")]
    public void Openssl_asks_and_accepts_the_answer(PublicKeyKind kind, string hash)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var responder = new TestResponder(kind);
        Write(openSsl, responder);

        openSsl.Run("ocsp", "-issuer", "root.crt", hash, "-cert", "holder.crt", "-reqout", "q.der");
        var request = OcspRequest.From(File.ReadAllBytes(openSsl["q.der"]));
        Assert.True(new OcspIssuer(responder.Authority.Certificate).Issued(request.Ids[0]));
        Assert.Equal(responder.Holder.SerialNumber.ToArray(), request.Ids[0].SerialNumber.ToArray());
        Assert.False(request.Nonce.IsEmpty);
        Respond(openSsl, responder, request, OcspStatus.Good, "good.der");
        Respond(openSsl, responder, request, OcspStatus.Revoked(TestAuthority.Now, RevocationReason.KeyCompromise), "revoked.der");

        // With its own request it compares the nonce; with the certificate it tells the status.
        var echoed = openSsl.Run(["ocsp", .. AtNow, "-CAfile", "root.crt", "-issuer", "root.crt", "-reqin", "q.der", "-respin", "good.der"]).Text;
        Assert.Contains("Response verify OK", echoed, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", echoed, StringComparison.Ordinal);
        Assert.DoesNotContain("rror", echoed, StringComparison.Ordinal);
        Assert.Contains("holder.crt: good", Told("good.der"), StringComparison.Ordinal);
        Assert.Contains("Reason: keyCompromise", Told("revoked.der"), StringComparison.Ordinal);

        string Told(string file) =>
            openSsl.Run(["ocsp", .. AtNow, "-CAfile", "root.crt", "-issuer", "root.crt", hash, "-cert", "holder.crt", "-no_nonce", "-respin", file]).Text;
    }

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa), InlineData(PublicKeyKind.Sm2)]
    public void What_openssl_answers_is_verified_here(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var responder = new TestResponder(kind);
        Write(openSsl, responder);
        openSsl.Write("responder.crt", responder.Certificate.ToPem());
        openSsl.Write("responder.key", responder.Key.ToPem());
        openSsl.Write("index.txt", $"R\t351231000000Z\t261130010203Z,superseded\t{Convert.ToHexString(responder.Holder.SerialNumber.Span)}\tunknown\t/CN=x\n");
        string[] signing = kind == PublicKeyKind.Sm2 ? ["-rmd", "sm3", "-rsigopt", OpenSsl.Sm2Identity] : ["-rmd", "sha256"];
        var nonce = OcspNonce.New();
        var id = OcspCertificateId.Of(new(responder.Authority.Certificate), responder.Holder.SerialNumber, kind == PublicKeyKind.Sm2 ? DigestAlgorithm.Sm3 : DigestAlgorithm.Sha1);
        openSsl.Write("q.der", new OcspRequestContent([id], nonce).Encode());

        openSsl.Run(
            ["ocsp", "-index", "index.txt", "-CA", "root.crt", "-rsigner", "responder.crt", "-rkey", "responder.key", .. signing, "-ndays", "7", "-reqin", "q.der", "-respout", "p.der"]);
        var response = OcspResponse.From(File.ReadAllBytes(openSsl["p.der"]));
        var result = response.Verify(new(responder.Authority.Certificate, responder.Holder.SerialNumber, response.Basic!.ProducedAt, nonce));

        Assert.Equal(OcspCheck.None, result.Failed);
        Assert.Equal(OcspStatus.Revoked(new(2026, 11, 30, 1, 2, 3, TimeSpan.Zero), RevocationReason.Superseded), result.Answer!.Status);
        Assert.Equal(responder.Certificate, result.Responder);
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void Another_library_reads_what_is_asked_and_answered_here(PublicKeyKind kind)
    {
        using var responder = new TestResponder(kind);
        var issuer = new X509CertificateParser().ReadCertificate(responder.Authority.Certificate.Encoded.ToArray());
        var serial = new Org.BouncyCastle.Math.BigInteger(responder.Holder.SerialNumber.ToArray());
        var nonce = OcspNonce.New();
        var answer = responder.Answer(OcspStatus.Revoked(TestAuthority.Now, RevocationReason.KeyCompromise));

        var request = new OcspReq(new OcspRequestContent([answer.Id], nonce).Encode());
        var response = (BasicOcspResp)new OcspResp((responder.Content(answer) with { Nonce = nonce }).Sign(responder.Key.Signer, responder.Certificate)).GetResponseObject();

        Assert.True(request.GetRequestList()[0].GetCertID().MatchesIssuer(issuer));
        Assert.True(response.Verify(PublicKeyFactory.CreateKey(responder.Key.PublicKey.SubjectPublicKeyInfo.ToArray())));
        Assert.True(response.Responses[0].GetCertID().MatchesIssuer(issuer));
        Assert.Equal(serial, response.Responses[0].GetCertID().SerialNumber);
        Assert.Equal(CrlReason.KeyCompromise, ((RevokedStatus)response.Responses[0].GetCertStatus()).RevocationReason);
        Assert.Equal(responder.Certificate.Encoded.ToArray(), response.GetCerts()[0].GetEncoded());
    }

    private static void Write(OpenSsl openSsl, TestResponder responder)
    {
        openSsl.Write("root.crt", responder.Authority.Certificate.ToPem());
        openSsl.Write("holder.crt", responder.Holder.ToPem());
    }

    private static void Respond(OpenSsl openSsl, TestResponder responder, OcspRequest request, OcspStatus status, string file)
    {
        var content = responder.Content(new OcspAnswer(request.Ids[0], status, LongAgo, InLongTime)) with { Nonce = request.Nonce };
        openSsl.Write(file, content.Sign(responder.Key.Signer, responder.Certificate));
    }
}
