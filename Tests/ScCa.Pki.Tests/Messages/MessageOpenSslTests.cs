using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.Messages;

/// <summary>Both ways through openssl cms; SM2 it cannot.</summary>
public sealed class MessageOpenSslTests
{
    private const string Instant = "1790000000";

    private static readonly byte[] Content = "line one\nline two\r\n\0"u8.ToArray();

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void Openssl_verifies_what_is_signed_here(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var some = new TestSigner(kind);
        openSsl.Write("root.crt", some.Root.Certificate.ToPem());
        openSsl.Write("content", Content);
        for (var bits = 0; bits < 8; bits++)
        {
            var (isDetached, hasAttributes, isByKey) = ((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
            var form = isByKey ? CertificateReferenceForm.SubjectKeyIdentifier : CertificateReferenceForm.IssuerAndSerialNumber;
            openSsl.Write("message", new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer with { HasAttributes = hasAttributes, Form = form }])
            {
                IsDetached = isDetached,
                Certificates = [some.Certificate],
            }.Sign());

            var (_, text) = openSsl.Run(
                ["cms", "-verify", "-binary", "-inform", "DER", "-in", "message", .. isDetached ? new[] { "-content", "content" } : [],
                "-CAfile", "root.crt", "-purpose", "any", "-attime", Instant, "-out", "verified"]);

            Assert.True(text.Contains("CMS Verification successful", StringComparison.Ordinal), $"{bits}: {text}");
            Assert.Equal(Content, File.ReadAllBytes(openSsl["verified"]));
        }
    }

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_openssl_signs_verifies_here(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var some = new TestSigner(kind);
        openSsl.Write("signer.crt", some.Certificate.ToPem());
        openSsl.Write("signer.key", some.Key.ToPem());
        openSsl.Write("content", Content);
        string[][] ways = [[], ["-nodetach"], ["-nodetach", "-noattr"], ["-nodetach", "-keyid"], ["-nodetach", "-stream"], ["-stream", "-cades"], ["-nodetach", "-nocerts"]];
        foreach (var way in ways)
        {
            openSsl.Run(["cms", "-sign", "-binary", "-md", "sha256", "-in", "content", "-signer", "signer.crt", "-inkey", "signer.key", "-outform", "DER", "-out", "message", .. way]);
            var message = SignedData.From(File.ReadAllBytes(openSsl["message"]));

            var verdict = message.Verify(some.Expectation with { DetachedContent = Content, Certificates = way.Contains("-nocerts") ? [some.Certificate] : [] });

            Assert.True(verdict.IsGood, string.Join(' ', way));
            Assert.Equal(way.Contains("-nodetach"), message.Content is not null);
            if (way.Contains("-cades"))
                Assert.True(SigningCertificate.Names(message.Signers[0].SignedAttributes!, some.Certificate));
        }
    }

    [Fact]
    public void Openssl_opens_what_is_sealed_here()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var some = TestSigner.ForEncryption(PublicKeyKind.Rsa);
        openSsl.Write("recipient.crt", some.Certificate.ToPem());
        openSsl.Write("recipient.key", some.Key.ToPem());
        foreach (var form in Enum.GetValues<CertificateReferenceForm>())
        {
            openSsl.Write("message", new EnvelopedDataContent(MessageProfile.Rfc5652, Content, [some.Certificate]) { Form = form }.Seal());
            var (code, text) = openSsl.Run("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "message", "-inkey", "recipient.key", "-recip", "recipient.crt", "-out", "opened");

            Assert.True(code == 0, text);
            Assert.Equal(Content, File.ReadAllBytes(openSsl["opened"]));
        }
    }

    [Fact]
    public void What_openssl_seals_opens_here()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var some = TestSigner.ForEncryption(PublicKeyKind.Rsa);
        openSsl.Write("recipient.crt", some.Certificate.ToPem());
        openSsl.Write("content", Content);
        string[][] ways = [["-aes-256-cbc"], ["-aes-128-cbc"], ["-aes-256-cbc", "-keyid"], ["-aes-256-cbc", "-stream"], ["-sm4-cbc"]];
        foreach (var way in ways)
        {
            openSsl.Run(["cms", "-encrypt", "-binary", "-in", "content", "-outform", "DER", "-out", "message", .. way, "recipient.crt"]);

            Assert.Equal(Content, EnvelopedData.From(File.ReadAllBytes(openSsl["message"])).Open(some.Certificate, some.Key.ToRecipientKey()));
        }
    }

    [Fact]
    public void Messages_under_a_shared_key_open_both_ways()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        var key = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        openSsl.Write("content", Content);
        openSsl.Write("ours", EncryptedData.Seal(MessageProfile.Rfc5652, key, Content));
        openSsl.Run("cms", "-EncryptedData_encrypt", "-binary", "-in", "content", "-aes-256-cbc", "-secretkey", Convert.ToHexString(key), "-outform", "DER", "-out", "theirs");
        openSsl.Run("cms", "-EncryptedData_decrypt", "-binary", "-inform", "DER", "-in", "ours", "-secretkey", Convert.ToHexString(key), "-out", "opened");

        Assert.Equal(Content, EncryptedData.From(File.ReadAllBytes(openSsl["theirs"])).Open(key));
        Assert.Equal(Content, File.ReadAllBytes(openSsl["opened"]));
    }
}
