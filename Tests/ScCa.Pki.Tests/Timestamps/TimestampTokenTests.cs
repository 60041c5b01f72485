using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Messages;
using ScCa.Pki.Names;
using ScCa.Pki.Timestamps;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Timestamps;

public sealed class TimestampTokenTests
{
    private static readonly byte[] Data = "timestamp me"u8.ToArray();

    private static readonly byte[] Nonce = Convert.FromHexString("1122334455667788");

    private static TimestampExpectation Expectation => new(Data, TestTrust.FixtureTime, TestTrust.InFixtures) { Nonce = Nonce };

    [Theory, InlineData("tst_rfc.der"), InlineData("tst_gm.der")]
    public void Tokens_that_others_made_verify(string file)
    {
        var token = TimestampToken.From(Fixtures.File(file));

        var verdict = token.Verify(Expectation);

        Assert.Null(verdict.Failed);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), verdict.Time);
        Assert.Equal([42], token.Info.SerialNumber.ToArray());
        Assert.Equal(PkiCertificate.From(Fixtures.File("tsa.crt")), verdict.Certificate);
        Assert.True(new TimestampResponse(TimestampStatus.Granted, [], TimestampFailures.None, token.Encoded).Verify(Expectation).IsGood);
    }

    [Theory, InlineData("tst_rfc.der"), InlineData("tst_gm.der")]
    public void Each_thing_that_does_not_fit_is_named(string file)
    {
        var token = TimestampToken.From(Fixtures.File(file));

        Assert.Equal(TimestampStep.Imprint, token.Verify(Expectation with { Data = "another"u8.ToArray() }).Failed);
        Assert.Equal(TimestampStep.Imprint, token.Verify(Expectation with { Digests = [DigestAlgorithm.Sha256] }).Failed);
        Assert.Equal(TimestampStep.Nonce, token.Verify(Expectation with { Nonce = new byte[] { 1 } }).Failed);
        Assert.Equal(TimestampStep.Policy, token.Verify(Expectation with { Policies = ["1.2.3"] }).Failed);
        Assert.Null(token.Verify(Expectation with { Policies = [token.Info.Policy] }).Failed);
        Assert.Equal(TimestampStep.Time, token.Verify(Expectation with { Now = token.Info.Time.AddMinutes(-2) }).Failed);
        Assert.Equal(TimestampStep.Trust, token.Verify(Expectation with { Trust = (_, _, _) => false }).Failed);
    }

    [Fact]
    public void A_timestamp_is_judged_as_of_its_own_time()
    {
        var judged = default(DateTimeOffset);

        TimestampToken.From(Fixtures.File("tst_rfc.der")).Verify(Expectation with { Trust = (_, _, at) => (judged = at) != default });

        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), judged);
    }

    [Fact]
    public void A_token_without_its_certificate_verifies_with_the_one_that_is_known()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2);
        var request = TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data), isCertificateWanted: false);
        var response = authority.Authority.Answer(request);

        Assert.Equal(TimestampStep.Certificate, response.Verify(authority.Expecting(Data)).Failed);
        Assert.Null(response.Verify(authority.Expecting(Data) with { Certificates = [authority.Certificate] }).Failed);
    }

    [Fact]
    public void A_certificate_for_more_than_timestamps_is_not_believed()
    {
        using var root = new TestAuthority(PublicKeyKind.Sm2);
        using var key = TestKey.New(PublicKeyKind.Sm2);

        Assert.Equal(TimestampStep.Purpose, Verdict(ExtendedKeyUsage.Of(isCritical: false, Oids.TimeStamping)).Failed);
        Assert.Equal(TimestampStep.Purpose, Verdict(ExtendedKeyUsage.Of(isCritical: true, Oids.TimeStamping, Oids.EmailProtection)).Failed);
        Assert.Equal(TimestampStep.Purpose, Verdict(KeyUsage.Of(KeyUsages.KeyEncipherment)).Failed);
        Assert.Null(Verdict(ExtendedKeyUsage.Of(isCritical: true, Oids.TimeStamping)).Failed);

        TimestampVerdict Verdict(Extension extension)
        {
            var certificate = root.Issue(TestAuthority.NameOf("TSA"), key.PublicKey, [extension]);
            return Stamp(key, certificate, certificate).Verify(new(Data, TestAuthority.Now, TestTrust.In(root.Certificate)));
        }
    }

    [Fact]
    public void A_token_that_binds_another_certificate_or_none_is_told_apart()
    {
        using var root = new TestAuthority(PublicKeyKind.Sm2);
        using var key = TestKey.New(PublicKeyKind.Sm2);
        // Of the same key and name: only the attribute tells which is meant.
        var (one, other) = (TestTimestamps.Issue(root, key), TestTimestamps.Issue(root, key));
        var expectation = new TimestampExpectation(Data, TestAuthority.Now, TestTrust.In(root.Certificate));

        Assert.Null(Stamp(key, one, one).Verify(expectation).Failed);
        Assert.Equal(TimestampStep.SigningCertificate, Stamp(key, one, other).Verify(expectation).Failed);
        Assert.Equal(TimestampStep.SigningCertificate, Stamp(key, one, null).Verify(expectation).Failed);
    }

    [Theory, InlineData("tst_rfc.der"), InlineData("tst_gm.der")]
    public void Every_byte_of_a_token_counts(string file)
    {
        var good = Fixtures.File(file);
        byte[] masks = [0x01, 0x80, 0xFF];
        foreach (var mask in masks)
        {
            for (var i = 0; i < good.Length; i++)
            {
                var changed = (byte[])good.Clone();
                changed[i] ^= mask;
                Assert.False(new TimestampResponse(TimestampStatus.Granted, [], TimestampFailures.None, changed).Verify(Expectation).IsGood, $"byte {i} xor {mask:x2}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("3080")]
    [InlineData("300B06092A864886F70D010702")]
    public void What_is_no_token_is_refused(string hex) =>
        Assert.Equal(PkiRefusal.TimestampMalformed, Assert.Throws<PkiRefusedException>(() => TimestampToken.From(Convert.FromHexString(hex))).Refusal);

    [Fact]
    public void A_signed_message_about_something_else_is_no_token() =>
        Assert.Equal(PkiRefusal.TimestampMalformed, Assert.Throws<PkiRefusedException>(() => TimestampToken.From(Fixtures.File("cms_attr.p7"))).Refusal);

    private static TimestampToken Stamp(TestKey key, PkiCertificate certificate, PkiCertificate? bound)
    {
        var info = new TimestampInfo(
            TestTimestamps.Policy, MessageImprint.Of(DigestAlgorithm.Sm3, Data), new byte[] { 1 }, TestAuthority.Now, null, false, default, GeneralName.DirectoryName(certificate.Subject), []);
        var signer = new MessageSigner(key.Signer, certificate) { MoreAttributes = bound is null ? [] : [SigningCertificate.Of(bound, DigestAlgorithm.Sm3)] };
        return TimestampToken.From(new SignedDataContent(MessageProfile.Rfc5652, info.Encode(), [signer]) { ContentType = Oids.TimestampInfo, Certificates = [certificate] }.Sign());
    }
}
