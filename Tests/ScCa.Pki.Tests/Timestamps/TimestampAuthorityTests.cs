using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Messages;
using ScCa.Pki.Timestamps;
using Xunit;

namespace ScCa.Pki.Tests.Timestamps;

public sealed class TimestampAuthorityTests
{
    private static readonly byte[] Data = "封存的文件"u8.ToArray();

    public static TheoryData<PublicKeyKind, bool> KindsAndProfiles => new()
    {
        { PublicKeyKind.Sm2, false }, { PublicKeyKind.Sm2, true }, { PublicKeyKind.EcdsaP256, false }, { PublicKeyKind.Rsa, false },
    };

    [Theory, MemberData(nameof(KindsAndProfiles))]
    public void A_request_is_answered_with_a_token_that_verifies(PublicKeyKind kind, bool isGm)
    {
        var profile = isGm ? MessageProfile.GmT0010 : MessageProfile.Rfc5652;
        using var authority = new TestTimestamps(kind, options => options with { Profile = profile });
        var request = TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data));

        var response = TimestampResponse.From(authority.Authority.Answer(request.Encode()).Encode());
        var verdict = response.Verify(authority.Expecting(Data) with { Nonce = request.Nonce, Policies = [TestTimestamps.Policy] });

        Assert.Null(verdict.Failed);
        Assert.Equal(profile.TypeOf(MessageType.SignedData), verdict.Token!.Message.Type);
        Assert.Equal([authority.Certificate, authority.RootCertificate], verdict.Token.Message.Certificates.OrderBy(certificate => certificate.IsSelfIssued));
        Assert.Equal(TestAuthority.Now.AddMilliseconds(7), verdict.Time);
        // The other clock is seven milliseconds away and good to three.
        Assert.Equal(TimeSpan.FromMilliseconds(10), verdict.Token.Info.Accuracy);
    }

    [Fact]
    public void A_request_survives_its_encoding()
    {
        var request = new TimestampRequest(
            MessageImprint.Of(DigestAlgorithm.Sha512, Data), "1.2.3", new byte[] { 0x00, 0xFF }, true, [new Extension("1.2.3.4", true, new byte[] { 5, 0 })]);

        var read = TimestampRequest.From(request.Encode());

        Assert.Equal((request.Imprint, request.Policy, true), (read.Imprint, read.Policy, read.IsCertificateWanted));
        Assert.Equal(request.Nonce.ToArray(), read.Nonce.ToArray());
        Assert.Equal(request.Extensions, read.Extensions);
    }

    [Fact]
    public void What_is_not_served_is_rejected_with_its_reason()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2, options => options with { MorePolicies = ["1.2.3"] });
        var good = TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data));

        Assert.Equal(TimestampFailures.None, authority.Authority.Answer(good with { Policy = "1.2.3" }).Failures);
        Assert.Equal(TimestampFailures.UnacceptedPolicy, authority.Authority.Answer(good with { Policy = "1.2.4" }).Failures);
        Assert.Equal(TimestampFailures.BadAlgorithm, authority.Authority.Answer(good with { Imprint = MessageImprint.Of(DigestAlgorithm.Sha1, Data) }).Failures);
        Assert.Equal(TimestampFailures.UnacceptedExtension, authority.Authority.Answer(good with { Extensions = [new Extension("1.2.3", false, new byte[] { 5, 0 })] }).Failures);
        Assert.Equal(TimestampFailures.BadDataFormat, authority.Authority.Answer(new byte[] { 0x30, 0x00 }).Failures);
        Assert.Equal(31, TimestampRequest.From(Shortened(good)).Imprint.Digest.Length);
        Assert.Equal(TimestampFailures.BadDataFormat, authority.Authority.Answer(Shortened(good)).Failures);
    }

    [Fact]
    public void Clocks_that_disagree_or_are_too_few_give_no_time()
    {
        Assert.Equal(TimestampFailures.None, Answer(new FixedClock(), new FixedClock(500)).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new FixedClock(), new FixedClock(501)).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new FixedClock(), new FixedClock(), new FixedClock(-600)).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new FixedClock(), new FixedClock(), new FixedClock(600)).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new FixedClock(), new SilentClock()).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new SilentClock(), new SilentClock(), new FixedClock()).Failures);
        Assert.Equal(TimestampFailures.None, Answer(new SilentClock(), new FixedClock(1), new FixedClock()).Failures);
        Assert.Equal(TimestampFailures.TimeNotAvailable, Answer(new FixedClock(), new FixedClock(0, accuracyMs: 1001)).Failures);

        static TimestampResponse Answer(params IReadOnlyList<IClockSource> clocks)
        {
            using var authority = new TestTimestamps(PublicKeyKind.Sm2, null, clocks);
            return authority.Authority.Answer(TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data)));
        }
    }

    [Fact]
    public void The_accuracy_covers_every_clock()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2, null, new FixedClock(-40, 1), new FixedClock(3.75, 0.0004), new FixedClock(10, 5));
        var info = TimestampToken.From(authority.Authority.Answer(TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data))).Token!.Value).Info;

        Assert.Equal(TestAuthority.Now.AddMilliseconds(3), info.Time);
        Assert.Equal(TimeSpan.FromMilliseconds(44), info.Accuracy);
    }

    [Fact]
    public void A_certificate_that_is_not_valid_stamps_nothing()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2, null, new FixedClock(1e12), new FixedClock(1e12));

        Assert.Equal(TimestampFailures.SystemFailure, authority.Authority.Answer(TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data))).Failures);
    }

    [Fact]
    public void Serial_numbers_never_come_twice_and_do_not_count()
    {
        using var authority = new TestTimestamps(PublicKeyKind.Sm2);
        var serials = Enumerable.Range(0, 200)
            .Select(_ => Convert.ToHexString(TimestampToken.From(authority.Authority.Answer(TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Data))).Token!.Value).Info.SerialNumber.Span))
            .ToList();

        Assert.Equal(200, serials.Distinct().Count());
        Assert.All(serials, serial => Assert.Equal(32, serial.Length));
        Assert.True(serials.Select(serial => serial[..4]).Distinct().Count() > 150);
    }

    [Fact]
    public void A_key_without_a_certificate_for_timestamps_makes_no_authority()
    {
        using var root = new TestAuthority(PublicKeyKind.Sm2);
        using var key = TestKey.New(PublicKeyKind.Sm2);

        Assert.Throws<ArgumentException>(() => new TimestampAuthority(new("1.2.3"), key.Signer, root.IssueHolder(key), [], []));
        Assert.Throws<ArgumentException>(() => new TimestampAuthority(new("1.2.3"), root.Key.Signer, TestTimestamps.Issue(root, key), [], []));
    }

    [Theory]
    [InlineData("30030A0100")]
    [InlineData("3005300302010A")]
    [InlineData("300530030201FF")]
    [InlineData("3007300502010C0500")]
    public void What_is_no_response_is_refused(string hex) =>
        Assert.Equal(PkiRefusal.TimestampMalformed, Assert.Throws<PkiRefusedException>(() => TimestampResponse.From(Convert.FromHexString(hex))).Refusal);

    [Theory]
    [InlineData("3005300302010 2", TimestampStep.Status)]
    [InlineData("30053003020100", TimestampStep.Token)]
    [InlineData("30073003020100 3000", TimestampStep.ContentType)]
    public void A_response_without_a_timestamp_says_why(string hex, TimestampStep step) =>
        Assert.Equal(step, TimestampResponse.From(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).Verify(new(Data, TestAuthority.Now, (_, _, _) => true)).Failed);

    [Fact]
    public void Failures_and_texts_survive_their_encoding()
    {
        var read = TimestampResponse.From(TimestampResponse.Rejecting(TimestampFailures.SystemFailure | TimestampFailures.BadAlgorithm, "中文", "English").Encode());

        Assert.Equal((TimestampStatus.Rejection, TimestampFailures.SystemFailure | TimestampFailures.BadAlgorithm), (read.Status, read.Failures));
        Assert.Equal(["中文", "English"], read.Texts);
    }

    private static byte[] Shortened(TimestampRequest request)
    {
        // SEQUENCE { 1, SEQUENCE { SEQUENCE { OID }, OCTET STRING }, … }: every length here is one byte.
        var bytes = request.Encode().ToList();
        var octets = bytes.IndexOf(0x04);
        while (bytes[octets + 1] != 32)
            octets = bytes.IndexOf(0x04, octets + 1);
        bytes.RemoveAt(octets + 2 + 31);
        bytes[octets + 1]--;
        bytes[6]--;
        bytes[1]--;
        return [.. bytes];
    }
}
