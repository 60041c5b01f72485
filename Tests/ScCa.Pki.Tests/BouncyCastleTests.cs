using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.X509;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;
using ScCa.Pki.Tests.Timestamps;
using Xunit;
using TimestampRequest = ScCa.Pki.Timestamps.TimestampRequest;

namespace ScCa.Pki.Tests;

/// <summary>Messages and timestamps through Bouncy Castle for .NET, which takes the types of RFC 5652 apart and verifies what attributes were signed.</summary>
public sealed class BouncyCastleTests
{
    private static readonly byte[] Content = "一份文件"u8.ToArray();

    [Theory, InlineData(false), InlineData(true)]
    public void A_message_of_ours_is_taken_apart_and_its_signature_verifies(bool hasAttributes)
    {
        var some = TestSigner.Of(PublicKeyKind.Sm2);
        var message = new CmsSignedData(new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer with { HasAttributes = hasAttributes }]) { Certificates = [some.Certificate] }.Sign());

        var signer = Assert.Single(message.GetSignerInfos().GetSigners().Cast<SignerInformation>());
        var certificate = Assert.Single(message.GetCertificates("Collection").GetMatches(signer.SignerID).Cast<X509Certificate>());

        using var content = new MemoryStream();
        message.SignedContent.Write(content);
        Assert.Equal(Content, content.ToArray());
        Assert.Equal(some.Certificate.Encoded.ToArray(), certificate.GetEncoded());
        Assert.Equal((Oids.Sm3, Oids.Sm2WithSm3), (signer.DigestAlgOid, signer.EncryptionAlgOid));
        Assert.True(Verifies(certificate, hasAttributes ? signer.GetEncodedSignedAttributes() : Content, signer.GetSignature()));
        Assert.False(Verifies(certificate, [.. Content, 0], signer.GetSignature()));
    }

    [Fact]
    public void A_timestamp_of_ours_is_taken_apart_and_its_signature_verifies()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2);
        var request = TimestampRequest.For(Pki.Timestamps.MessageImprint.Of(DigestAlgorithm.Sm3, Content), TestTimestamps.Policy).Encode();
        var response = new TimeStampResponse(authority.Authority.Answer(request).Encode());

        // Looks at status, nonce, policy, imprint and the certificate named; the signature comes below.
        response.Validate(new TimeStampRequest(request));
        var signer = Assert.Single(response.TimeStampToken.ToCmsSignedData().GetSignerInfos().GetSigners().Cast<SignerInformation>());
        var certificate = new X509CertificateParser().ReadCertificate(authority.Certificate.Encoded.ToArray());

        Assert.Equal(TestAuthority.Now.AddMilliseconds(7).UtcDateTime, response.TimeStampToken.TimeStampInfo.GenTime);
        Assert.Equal(10, response.TimeStampToken.TimeStampInfo.GenTimeAccuracy.Millis);
        Assert.True(Verifies(certificate, signer.GetEncodedSignedAttributes(), signer.GetSignature()));
    }

    private static bool Verifies(X509Certificate certificate, byte[] signed, byte[] signature)
    {
        var verifier = SignerUtilities.GetSigner("SM3WITHSM2");
        verifier.Init(false, certificate.GetPublicKey());
        verifier.BlockUpdate(signed, 0, signed.Length);
        return verifier.VerifySignature(signature);
    }
}
