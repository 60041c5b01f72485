using ScCa.Pki.Algorithms;
using ScCa.Pki.Timestamps;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.Timestamps;

/// <summary>Both ways through openssl ts, whose exit codes say nothing; SM2 it cannot.</summary>
public sealed class TimestampOpenSslTests
{
    private static readonly byte[] Data = "a document"u8.ToArray();

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void Openssl_asks_here_and_verifies_the_answer(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var authority = new TestTimestamps(kind);
        openSsl.Write("data", Data);
        openSsl.Write("root.crt", authority.RootCertificate.ToPem());
        openSsl.Write("tsa.crt", authority.Certificate.ToPem());
        foreach (var certificates in new[] { true, false })
        {
            openSsl.Run(["ts", "-query", "-data", "data", "-sha256", .. certificates ? new[] { "-cert" } : [], "-out", "query"]);
            openSsl.Write("reply", authority.Authority.Answer(File.ReadAllBytes(openSsl["query"])).Encode());

            Assert.Contains("Verification: OK", Verify("-data", "data"), StringComparison.Ordinal);
            Assert.Contains("Verification: OK", Verify("-queryfile", "query"), StringComparison.Ordinal);
            openSsl.Write("other", "another document");
            Assert.Contains("Verification: FAILED", Verify("-data", "other"), StringComparison.Ordinal);
        }

        Assert.Contains("Status: Granted.", openSsl.Run("ts", "-reply", "-in", "reply", "-text").Text, StringComparison.Ordinal);

        string Verify(params string[] about) =>
            openSsl.Run(["ts", "-verify", .. about, "-in", "reply", "-CAfile", "root.crt", "-untrusted", "tsa.crt", "-attime", "1790000000"]).Text;
    }

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void Openssl_answers_a_request_of_ours_and_it_verifies_here(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var root = new TestAuthority(kind);
        using var key = TestKey.New(kind);
        var certificate = TestTimestamps.Issue(root, key);
        var request = TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sha256, Data), TestTimestamps.Policy);
        openSsl.Write("query", request.Encode());
        openSsl.Write("tsa.key", key.ToPem());
        openSsl.Write("tsa.crt", certificate.ToPem());
        openSsl.Write("serial", "01");
        foreach (var digest in new[] { "sha1", "sha256" })
        {
            openSsl.Write("ts.cnf", Configuration(digest));
            openSsl.Run("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query", "-signer", "tsa.crt", "-inkey", "tsa.key", "-out", "reply");
            var verdict = TimestampResponse.From(File.ReadAllBytes(openSsl["reply"]))
                // openssl takes the machine's clock.
                .Verify(new(Data, TestAuthority.NotAfter, TestTrust.In(root.Certificate)) { Nonce = request.Nonce, Policies = [TestTimestamps.Policy] });

            Assert.Null(verdict.Failed);
            Assert.Equal(certificate, verdict.Certificate);
        }
    }

    [Fact]
    public void Openssl_asks_for_sm3_and_reads_the_answer()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var authority = new TestTimestamps(PublicKeyKind.Sm2);
        openSsl.Write("data", Data);
        openSsl.Run("ts", "-query", "-data", "data", "-sm3", "-cert", "-out", "query");
        openSsl.Write("reply", authority.Authority.Answer(File.ReadAllBytes(openSsl["query"])).Encode());

        var (_, text) = openSsl.Run("ts", "-reply", "-in", "reply", "-text");

        Assert.Contains("Status: Granted.", text, StringComparison.Ordinal);
        Assert.Contains("Hash Algorithm: sm3", text, StringComparison.Ordinal);
        Assert.Contains("Time stamp: Dec  1 00:00:00.007 2026 GMT", text, StringComparison.Ordinal);
        Assert.Contains("Accuracy: unspecified seconds, 0x0A millis, unspecified micros", text, StringComparison.Ordinal);
    }

    // With sha1 openssl writes SigningCertificate, otherwise SigningCertificateV2.
    private static string Configuration(string certificateDigest) => $"""
        [tsa]
        default_tsa = t
        [t]
        serial = serial
        crypto_device = builtin
        signer_digest = sha256
        default_policy = {TestTimestamps.Policy}
        digests = sha256
        accuracy = secs:1, millisecs:500, microsecs:100
        ess_cert_id_alg = {certificateDigest}
        """;
}
