using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Messages;
using ScCa.Signing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Messages;

public sealed class EnvelopedDataTests
{
    private static readonly byte[] Content = "hello gm cms"u8.ToArray();

    // Keys of RSA take their time to make: two recipients serve all tests.
    private static readonly Dictionary<PublicKeyKind, Lazy<(TestSigner One, TestSigner Other)>> Pairs = new[] { PublicKeyKind.Sm2, PublicKeyKind.Rsa }.ToDictionary(
        kind => kind, kind => new Lazy<(TestSigner, TestSigner)>(() => (TestSigner.ForEncryption(kind), TestSigner.ForEncryption(kind))));

    private static readonly PkiCertificate FixtureCertificate = PkiCertificate.From(Fixtures.File("enc.crt"));

    private static RecipientKey FixtureKey => RecipientKey.Of(Sm2PrivateKey.FromScalar(Fixtures.Key("enc").D));

    public static TheoryData<PublicKeyKind, bool, bool> Ways => new()
    {
        { PublicKeyKind.Sm2, false, false }, { PublicKeyKind.Sm2, false, true }, { PublicKeyKind.Sm2, true, false },
        { PublicKeyKind.Rsa, false, false }, { PublicKeyKind.Rsa, false, true }, { PublicKeyKind.Rsa, true, false },
    };

    [Fact]
    public void A_message_that_others_made_opens()
    {
        var message = EnvelopedData.From(Fixtures.File("enveloped.p7"));

        Assert.Equal(Content, message.Open(FixtureCertificate, FixtureKey));
        Assert.Equal(Oids.GmData, message.ContentType);
        Assert.True(Assert.Single(message.Recipients).RefersTo(FixtureCertificate));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Every_version_of_a_recipient_is_read_and_both_names_of_the_encryption(int version)
    {
        var bytes = Fixtures.File("enveloped.p7");
        // The recipient's version, and 301.3 as 301.2: see the structure of the fixture.
        Assert.Equal([0x02, 0x01, 0x01], bytes[33..36]);
        bytes[35] = (byte)version;
        Assert.Equal(Content, EnvelopedData.From(bytes).Open(FixtureCertificate, FixtureKey));
        bytes[bytes.AsSpan().IndexOf(Convert.FromHexString("2A811CCF5501822D03")) + 8] = 2;
        Assert.Equal(Content, EnvelopedData.From(bytes).Open(FixtureCertificate, FixtureKey));
    }

    [Fact]
    public void A_message_for_another_or_altered_is_rejected()
    {
        var bytes = Fixtures.File("enveloped.p7");
        var message = EnvelopedData.From(bytes);

        Assert.Equal(PkiRefusal.MessageRejected, Refusal(() => message.Open(PkiCertificate.From(Fixtures.File("sign.crt")), FixtureKey)));
        Assert.Equal(PkiRefusal.MessageRejected, Refusal(() => message.Open(FixtureCertificate, RecipientKey.Of(Sm2PrivateKey.FromScalar(Fixtures.Key("sign").D)))));
        // One octet of the encrypted key: SM2 notices by itself.
        bytes[bytes.AsSpan().IndexOf(Convert.FromHexString("DE113BDD2206B9EB")) + 60] ^= 1;
        Assert.Equal(PkiRefusal.MessageRejected, Refusal(() => EnvelopedData.From(bytes).Open(FixtureCertificate, FixtureKey)));
    }

    [Theory, MemberData(nameof(Ways))]
    public void What_is_sealed_here_opens_here(PublicKeyKind kind, bool isGm, bool isByKey)
    {
        var (one, other) = Pairs[kind].Value;
        foreach (var length in new[] { 0, 1, 15, 16, 1000 })
        {
            var content = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
            var message = EnvelopedData.From(new EnvelopedDataContent(isGm ? MessageProfile.GmT0010 : MessageProfile.Rfc5652, content, [one.Certificate, other.Certificate])
            {
                Form = isByKey ? CertificateReferenceForm.SubjectKeyIdentifier : CertificateReferenceForm.IssuerAndSerialNumber,
            }.Seal());

            Assert.Equal(content, message.Open(one.Certificate, one.Key.ToRecipientKey()));
            Assert.Equal(content, message.Open(other.Certificate, other.Key.ToRecipientKey()));
            Assert.Equal(PkiRefusal.MessageRejected, Refusal(() => message.Open(one.Root.Certificate, one.Key.ToRecipientKey())));
        }
    }

    [Fact]
    public void A_wrong_rsa_key_is_not_told_from_a_wrong_content()
    {
        var (one, other) = Pairs[PublicKeyKind.Rsa].Value;
        var rejected = 0;
        for (var i = 0; i < 8; i++)
        {
            var message = EnvelopedData.From(new EnvelopedDataContent(MessageProfile.Rfc5652, Content, [one.Certificate]).Seal());
            try
            {
                // One in 256 wrong keys leaves a padding that looks right: what comes out is noise then, never the content.
                Assert.NotEqual(Content, message.Open(one.Certificate, other.Key.ToRecipientKey()));
            }
            catch (PkiRefusedException refused)
            {
                Assert.Equal(PkiRefusal.MessageRejected, refused.Refusal);
                rejected++;
            }
        }

        Assert.True(rejected > 4);
    }

    [Fact]
    public void Nothing_is_sealed_for_who_cannot_open_it()
    {
        var (sm2, rsa) = (Pairs[PublicKeyKind.Sm2].Value.One, Pairs[PublicKeyKind.Rsa].Value.One);
        using var p256 = TestSigner.ForEncryption(PublicKeyKind.EcdsaP256);
        using var signing = new TestSigner(PublicKeyKind.Sm2);

        Assert.Equal(PkiRefusal.AlgorithmUnknown, Refusal(() => Seal(p256.Certificate)));
        Assert.Throws<ArgumentException>(() => Seal(sm2.Certificate, rsa.Certificate));
        Assert.Throws<ArgumentException>(() => Seal(signing.Certificate));
        Assert.ThrowsAny<ArgumentException>(() => Seal());

        static byte[] Seal(params IReadOnlyList<PkiCertificate> recipients) => new EnvelopedDataContent(MessageProfile.Rfc5652, Content, recipients).Seal();
    }

    [Theory, InlineData(PublicKeyKind.Sm2, true), InlineData(PublicKeyKind.Sm2, false), InlineData(PublicKeyKind.Rsa, false)]
    public void What_is_signed_and_sealed_opens_and_verifies(PublicKeyKind kind, bool isGm)
    {
        var (from, to) = (TestSigner.Of(kind), Pairs[kind].Value.One);
        var message = SignedAndEnvelopedData.From(
            new SignedAndEnvelopedDataContent(isGm ? MessageProfile.GmT0010 : MessageProfile.Rfc5652, Content, [from.Signer], [to.Certificate]) { Certificates = [from.Certificate] }.Seal());

        var opened = message.Open(to.Certificate, to.Key.ToRecipientKey());

        Assert.Equal(Content, opened);
        Assert.True(message.Verify(opened, from.Expectation).IsGood);
        Assert.Equal(SignerStep.Digest, message.Verify("other"u8.ToArray(), from.Expectation).Signers[0].Failed);
        Assert.Equal(SignerStep.Trust, message.Verify(opened, to.Expectation).Signers[0].Failed);
    }

    [Theory, InlineData(16), InlineData(32)]
    public void What_is_sealed_under_a_shared_key_opens_with_it(int length)
    {
        var key = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var message = EncryptedData.From(EncryptedData.Seal(MessageProfile.GmT0010, key, Content));

        Assert.Equal(Content, message.Open(key));
        Assert.Equal(PkiRefusal.MessageRejected, Refusal(() => message.Open(new byte[24])));
        Assert.Throws<ArgumentException>(() => EncryptedData.Seal(MessageProfile.GmT0010, new byte[24], Content));
    }

    private static PkiRefusal Refusal(Action action) => Assert.Throws<PkiRefusedException>(action).Refusal;
}
