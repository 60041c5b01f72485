using ScCa.Issuance.Profiles;
using ScCa.Issuance.Timestamps;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Timestamps;
using Xunit;

namespace ScCa.Issuance.Tests.Timestamps;

public sealed class TimestampOfficeTests
{
    private const string Policy = "2.999.1.1";

    private static readonly byte[] Data = "a document"u8.ToArray();

    private static readonly DateTimeOffset Now = Workshop.Now.ToDateTimeOffset();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_answer_whose_clocks_agree_verifies(bool isSm2)
    {
        using var hierarchy = new SmallHierarchy(isSm2 ? KeyAlgorithm.Sm2 : KeyAlgorithm.EcdsaP256);
        await using var server = new LocalTimeServer(question => LocalTimeServer.Right(question, Now));
        var source = new SntpClockSource("127.0.0.1", server.Port);
        Assert.True(await source.Refresh(Cancellation));
        using var office = Office(hierarchy, [Machine, source]);
        var request = TimestampRequest.For(MessageImprint.Of(isSm2 ? DigestAlgorithm.Sm3 : DigestAlgorithm.Sha256, Data));

        var verdict = TimestampResponse.From(office.Answer(request.Encode()).Encode()).Verify(
            new TimestampExpectation(Data, Now, (certificate, _, _) => certificate.IsSignedBy(hierarchy.Issuing.PublicKey)) { Nonce = request.Nonce });

        Assert.Null(verdict.Failed);
        Assert.Equal(hierarchy.Office(CertificateRole.Timestamp), verdict.Certificate);
    }

    [Theory, InlineData("silent"), InlineData("disagreeing"), InlineData("unsure")]
    public async Task Without_clocks_that_agree_no_time_is_given(string how)
    {
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.EcdsaP256);
        await using var server = new LocalTimeServer(question => how switch
        {
            "silent" => LocalTimeServer.Right(question, Now)[..1],
            "disagreeing" => LocalTimeServer.Right(question, Now.AddSeconds(2)),
            _ => Unsure(LocalTimeServer.Right(question, Now)),
        });
        var source = new SntpClockSource("127.0.0.1", server.Port);
        await source.Refresh(Cancellation);
        using var office = Office(hierarchy, [Machine, source]);

        var answer = office.Answer(TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sha256, Data)).Encode());

        Assert.Equal((TimestampStatus.Rejection, TimestampFailures.TimeNotAvailable), (answer.Status, answer.Failures));
    }

    [Fact]
    public void What_is_no_request_is_told_so()
    {
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.EcdsaP256);
        using var office = Office(hierarchy, [Machine, Machine]);

        Assert.Equal(TimestampFailures.BadDataFormat, office.Answer(new byte[] { 1, 2, 3 }).Failures);
    }

    private static HeldClock Machine => new(new FixedClock(Workshop.Now), TimeSpan.FromMilliseconds(100));

    // A root dispersion of four seconds.
    private static byte[] Unsure(byte[] answer)
    {
        answer[9] = 4;
        return answer;
    }

    private static TimestampOffice Office(SmallHierarchy hierarchy, IReadOnlyList<IClockSource> clocks) => new(
        new TimestampAuthorityOptions(Policy), hierarchy.Office(CertificateRole.Timestamp), hierarchy.KeyOf(CertificateRole.Timestamp, hierarchy.Algorithm),
        [hierarchy.Issuing, hierarchy.Root], clocks);
}
