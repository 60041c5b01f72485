using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Messages;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Messages;

public sealed class SignedDataTests
{
    private static readonly byte[] Content = "hello gm cms"u8.ToArray();

    private static MessageExpectation InFixtures => new(TestTrust.FixtureTime, TestTrust.InFixtures);

    [Theory, InlineData("cms_noattr.p7"), InlineData("cms_attr.p7"), InlineData("cms_rfc5652_501.p7")]
    public void Messages_that_others_made_verify(string file)
    {
        var message = SignedData.From(Fixtures.File(file));

        var verdict = message.Verify(InFixtures);

        Assert.True(verdict.IsGood);
        Assert.Equal(Content, message.Content!.Value.ToArray());
        Assert.Equal(PkiCertificate.From(Fixtures.File("sign.crt")), Assert.Single(verdict.Signers).Certificate);
        Assert.Equal(file != "cms_noattr.p7", message.Signers[0].SignedAttributes is not null);
    }

    [Fact]
    public void The_digest_as_content_is_recognized()
    {
        var message = SignedData.From(Fixtures.File("cms_digest.p7"));

        Assert.True(message.Verify(InFixtures).IsGood);
        Assert.True(message.IsContentDigestOf("hello"u8, DigestAlgorithm.Sm3));
        Assert.False(message.IsContentDigestOf("hallo"u8, DigestAlgorithm.Sm3));
    }

    [Theory, InlineData("cms_noattr.p7"), InlineData("cms_attr.p7"), InlineData("cms_rfc5652_501.p7")]
    public void Every_byte_of_a_message_counts(string file)
    {
        var good = Fixtures.File(file);
        byte[] masks = [0x01, 0x80, 0xFF];
        foreach (var mask in masks)
        {
            for (var i = 0; i < good.Length; i++)
            {
                var changed = (byte[])good.Clone();
                changed[i] ^= mask;
                Assert.False(IsAccepted(changed), $"byte {i} xor {mask:x2}");
            }
        }

        static bool IsAccepted(byte[] changed)
        {
            try
            {
                return SignedData.From(changed).Verify(InFixtures).IsGood;
            }
            catch (PkiRefusedException)
            {
                return false;
            }
        }
    }

    public static TheoryData<PublicKeyKind, bool, bool, bool> Ways
    {
        get
        {
            var ways = new TheoryData<PublicKeyKind, bool, bool, bool>();
            foreach (var kind in Enum.GetValues<PublicKeyKind>())
            {
                for (var bits = 0; bits < 8; bits++)
                    ways.Add(kind, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
            }

            return ways;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public void What_is_signed_here_verifies_here(PublicKeyKind kind, bool isGm, bool isDetached, bool hasAttributes)
    {
        var some = TestSigner.Of(kind);
        var profile = isGm ? MessageProfile.GmT0010 : MessageProfile.Rfc5652;
        var signer = some.Signer with { HasAttributes = hasAttributes, SigningTime = hasAttributes ? TestAuthority.Now : null };
        var message = SignedData.From(new SignedDataContent(profile, Content, [signer])
        {
            IsDetached = isDetached,
            Certificates = [some.Certificate, some.Root.Certificate],
            RevocationLists = [Fixtures.File("sub.crl")],
        }.Sign());

        Assert.Equal(profile.TypeOf(MessageType.SignedData), message.Type);
        Assert.Equal(profile.TypeOf(MessageType.Data), message.ContentType);
        Assert.Equal(isDetached, message.Content is null);
        Assert.Equal(2, message.Certificates.Count);
        Assert.Equal(Fixtures.File("sub.crl"), Assert.Single(message.RevocationLists).ToArray());
        Assert.Equal(hasAttributes ? TestAuthority.Now : null, message.Signers[0].SignedAttributes?.SigningTime);
        Assert.Equal(isDetached ? SignerStep.Content : null, message.Verify(some.Expectation).Signers[0].Failed);
        Assert.Null(message.Verify(some.Expectation with { DetachedContent = Content }).Signers[0].Failed);
        var other = isDetached ? hasAttributes ? SignerStep.Digest : SignerStep.Signature : SignerStep.Content;
        Assert.Equal(other, message.Verify(some.Expectation with { DetachedContent = "hello gm cmz"u8.ToArray() }).Signers[0].Failed);
    }

    // The place is the last octet of these.
    [Theory]
    [InlineData("cms_attr.p7", "68656C6C6F20676D20636D73", SignerStep.Digest)]
    [InlineData("cms_noattr.p7", "68656C6C6F20676D20636D73", SignerStep.Signature)]
    [InlineData("cms_attr.p7", "2A864886F70D010903310C060A2A811CCF550601040201", SignerStep.Attributes)]
    [InlineData("cms_attr.p7", "2A864886F70D010905310F170D3235303130313030303030", SignerStep.Signature)]
    [InlineData("cms_attr.p7", "474D20446967657374205465737420534D322043", SignerStep.Certificate)]
    [InlineData("cms_attr.p7", "30460221", SignerStep.Signature)]
    [InlineData("cms_attr.p7", "2A811CCF5501822D01", SignerStep.Algorithm)]
    public void A_malformed_twin_fails_at_its_step(string file, string place, SignerStep step)
    {
        var bytes = Fixtures.File(file);
        var octets = Convert.FromHexString(place);
        bytes[bytes.AsSpan().LastIndexOf(octets) + octets.Length - 1] ^= 1;

        Assert.Equal(step, SignedData.From(bytes).Verify(InFixtures).Signers[0].Failed);
    }

    [Fact]
    public void Several_sign_and_each_is_judged()
    {
        var (one, other) = (TestSigner.Of(PublicKeyKind.Sm2), TestSigner.Of(PublicKeyKind.Rsa));
        var message = SignedData.From(new SignedDataContent(MessageProfile.Rfc5652, Content, [one.Signer, other.Signer with { Form = CertificateReferenceForm.SubjectKeyIdentifier }])
        {
            Certificates = [one.Certificate, other.Certificate],
        }.Sign());

        Assert.True(message.Verify(one.Expectation with { Trust = (_, _, _) => true }).IsGood);
        var verdict = message.Verify(one.Expectation);
        Assert.False(verdict.IsGood);
        Assert.Equal([null, SignerStep.Trust], verdict.Signers.OrderBy(signer => signer.Certificate!.PublicKey.Kind).Select(signer => signer.Failed));
    }

    [Fact]
    public void A_message_of_certificates_alone_is_not_good()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        var message = SignedData.From(new SignedDataContent(MessageProfile.Rfc5652, default, []) { IsDetached = true, Certificates = [some.Certificate] }.Sign());

        Assert.Equal([some.Certificate], message.Certificates);
        Assert.False(message.Verify(some.Expectation).IsGood);
    }

    [Fact]
    public void Each_step_that_fails_is_named()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        using var other = new TestSigner(PublicKeyKind.Sm2);
        var signed = new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer]) { Certificates = [some.Certificate] };

        Assert.Null(Failed(signed));
        Assert.Equal(SignerStep.Certificate, Failed(signed with { Certificates = [other.Certificate] }));
        Assert.Null(Failed(signed with { Certificates = [] }, some.Expectation with { Certificates = [some.Certificate] }));
        Assert.Equal(SignerStep.Trust, Failed(signed, other.Expectation));
        Assert.Equal(SignerStep.Trust, Failed(signed, some.Expectation with { At = TestAuthority.NotAfter.AddSeconds(1) }));
        Assert.Equal(SignerStep.Attributes, Failed(signed with
        {
            Signers = [some.Signer with { MoreAttributes = [MessageAttribute.Of(Oids.ContentTypeAttribute, writer => writer.WriteObjectIdentifier("1.2.3"))] }],
        }));
        Assert.Equal(SignerStep.Attributes, Failed(signed with
        {
            Signers = [some.Signer with { MoreAttributes = [MessageAttribute.Of(Oids.SigningTimeAttribute, writer => writer.WriteNull())] }],
        }));
        Assert.Equal(SignerStep.Signature, FailedOf(Replaced(signed.Sign(), Content, "hello gm cmz"u8)));

        SignerStep? Failed(SignedDataContent content, MessageExpectation? expectation = null) => SignedData.From(content.Sign()).Verify(expectation ?? some.Expectation).Signers[0].Failed;

        SignerStep? FailedOf(byte[] message) => SignedData.From(message).Verify(some.Expectation).Signers[0].Failed;
    }

    [Fact]
    public void A_certificate_for_encryption_signs_nothing()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2, KeyUsages.KeyEncipherment | KeyUsages.DataEncipherment | KeyUsages.KeyAgreement);
        var message = new SignedDataContent(MessageProfile.GmT0010, Content, [some.Signer]) { Certificates = [some.Certificate] }.Sign();

        Assert.Equal(SignerStep.KeyUsage, SignedData.From(message).Verify(some.Expectation).Signers[0].Failed);
    }

    [Fact]
    public void A_digest_of_another_suite_than_the_signatures_is_not_accepted()
    {
        using var some = new TestSigner(PublicKeyKind.EcdsaP256);
        var message = new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer]) { Certificates = [some.Certificate] }.Sign();

        // SHA-256 becomes SHA-512 wherever a digest is named.
        var changed = message.ToArray();
        var oid = Convert.FromHexString("0609608648016503040201");
        for (int at; (at = changed.AsSpan().IndexOf(oid)) >= 0;)
            changed[at + oid.Length - 1] = 3;

        Assert.Equal(SignerStep.Algorithm, SignedData.From(changed).Verify(some.Expectation).Signers[0].Failed);
    }

    [Fact]
    public void Attributes_that_somebody_signed_are_no_content_that_they_signed()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        var original = SignedData.From(new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer]) { Certificates = [some.Certificate] }.Sign());
        var signer = original.Signers[0];
        var forged = ContentInfo.Write(Oids.Pkcs7SignedData, writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    writer.WriteEncoded(DigestAlgorithm.Sm3.Identifier);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Pkcs7Data);
                    using (writer.PushExplicit(0))
                        writer.WriteOctetString(signer.SignedAttributes!.Encode());
                }

                CertificateBag.Write(writer, [some.Certificate], []);
                using (writer.PushSetOf())
                    SignerInfo.Write(writer, MessageProfile.Rfc5652, signer.Certificate, SignatureAlgorithm.Sm2WithSm3, null, signer.Signature.Span, []);
            }
        });

        Assert.True(some.Certificate.PublicKey.Verify(SignatureAlgorithm.Sm2WithSm3, SignedData.From(forged).Content!.Value.Span, signer.Signature.Span));
        Assert.Equal(SignerStep.Attributes, SignedData.From(forged).Verify(some.Expectation).Signers[0].Failed);
    }

    [Fact]
    public void A_document_is_signed_through_its_digest()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        var message = SignedData.From(SignedDataContent.OfDigest(MessageProfile.GmT0010, "document"u8, some.Signer with { HasAttributes = false }).Sign());

        Assert.True(message.Verify(some.Expectation).IsGood);
        Assert.True(message.IsContentDigestOf("document"u8, DigestAlgorithm.Sm3));
    }

    [Fact]
    public void What_a_profile_or_form_does_not_know_is_not_written()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        using var other = new TestSigner(PublicKeyKind.Sm2);

        Throws(MessageProfile.GmT0010, some.Signer with { Form = CertificateReferenceForm.SubjectKeyIdentifier });
        Throws(MessageProfile.Rfc5652, some.Signer with { Certificate = other.Certificate });
        Throws(MessageProfile.Rfc5652, some.Signer with { HasAttributes = false, SigningTime = TestAuthority.Now });
        Assert.Throws<ArgumentException>(() => new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer with { HasAttributes = false }]) { ContentType = "1.2.3" }.Sign());

        static void Throws(MessageProfile profile, MessageSigner signer) => Assert.Throws<ArgumentException>(() => new SignedDataContent(profile, Content, [signer]).Sign());
    }

    [Theory]
    [InlineData("")]
    [InlineData("3080")]
    [InlineData("300B06092A864886F70D010702")]
    [InlineData("300F06092A864886F70D010702A0023000")]
    [InlineData("300F06092A864886F70D010703A0023000")]
    public void What_is_no_signed_message_is_refused(string hex) =>
        Assert.Equal(PkiRefusal.MessageMalformed, Assert.Throws<PkiRefusedException>(() => SignedData.From(Convert.FromHexString(hex))).Refusal);

    // The content, and the digest of it among the attributes: the signature alone is wrong then.
    private static byte[] Replaced(byte[] message, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var changed = message.ToArray();
        to.CopyTo(changed.AsSpan(changed.AsSpan().IndexOf(from)));
        DigestAlgorithm.Sm3.HashData(to).CopyTo(changed.AsSpan(changed.AsSpan().IndexOf(DigestAlgorithm.Sm3.HashData(from))));
        return changed;
    }
}
