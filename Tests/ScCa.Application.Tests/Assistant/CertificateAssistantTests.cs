using System.Text;
using ScCa.Application.Assistant;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Gateways.Tokens;
using Xunit;

namespace ScCa.Application.Tests.Assistant;

public sealed class CertificateAssistantTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C5")]
    public async Task A_pull_can_be_repeated_after_a_crash_on_the_assistants_side()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();

        var first = TestSystem.Value(await Pull(system, certificate));
        var again = TestSystem.Value(await Pull(system, certificate));
        TestSystem.Value(await system.Get<CertificateAssistant>().ConfirmWritten(certificate, first.Serial, Cancellation));
        TestSystem.Value(await system.Get<CertificateAssistant>().ConfirmWritten(certificate, first.Serial, Cancellation));

        Assert.Equal(first.Der.ToArray(), again.Der.ToArray());
        Assert.Equal(2, ((IssuedCertificate)await system.State(certificate)).CurrentGeneration);
        TestSystem.RefusedWith("C5", "NothingToWrite", await Pull(system, certificate));
    }

    [Fact, Trait("rule", "A6")]
    public async Task A_request_cannot_be_slipped_under_another_ones_signature()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var desk = system.Get<ITokenDesk>();
        var (signed, slipped) = (await desk.RequestKey(certificate, 2, Cancellation), await desk.RequestKey(certificate, 3, Cancellation));
        var challenge = system.Get<CertificateAssistant>().Challenge(certificate, KeyChallenges.ForPull);
        var signature = Sign(system, certificate, CertificateAssistant.ToSign(challenge, signed.Span));

        var refused = await system.Get<CertificateAssistant>().Pull(new PullRequest(certificate, slipped, challenge, signature), Cancellation);

        TestSystem.RefusedWith("I10", "ChallengeExpired", refused);
    }

    [Fact, Trait("rule", "A6")]
    public async Task A_challenge_is_good_for_its_certificate_its_purpose_its_key_and_five_minutes_only()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var other = await system.Applied("apply-other", "另一家公司");
        await system.Approve(other, 1);
        await system.Transfer(300, "另一家公司");
        var assistant = system.Get<CertificateAssistant>();
        var request = await system.Get<ITokenDesk>().RequestKey(certificate, 2, Cancellation);

        foreach (var (challenge, key) in new[]
        {
            (assistant.Challenge(certificate, KeyChallenges.PurposeOf(Domain.Platforms.Operation.Renew)), certificate),
            (assistant.Challenge(other, KeyChallenges.ForPull), certificate),
            (assistant.Challenge(certificate, KeyChallenges.ForPull), other),
            (assistant.Challenge(certificate, KeyChallenges.ForPull).Replace("scca-challenge-1", "scca-challenge-2", StringComparison.Ordinal), certificate),
            (Longer(assistant.Challenge(certificate, KeyChallenges.ForPull)), certificate),
        })
        {
            var signature = Sign(system, key, CertificateAssistant.ToSign(challenge, request.Span));
            TestSystem.RefusedWith("I10", "ChallengeExpired", await assistant.Pull(new PullRequest(certificate, request, challenge, signature), Cancellation));
        }

        var late = assistant.Challenge(certificate, KeyChallenges.ForPull);
        system.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        var lateSignature = Sign(system, certificate, CertificateAssistant.ToSign(late, request.Span));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await assistant.Pull(new PullRequest(certificate, request, late, lateSignature), Cancellation));
    }

    [Fact, Trait("rule", "C5")]
    public async Task A_broken_request_is_refused_and_uses_up_nothing()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var challenge = system.Get<CertificateAssistant>().Challenge(certificate, KeyChallenges.ForPull);
        byte[] broken = [0x30, 0x01, 0x00];
        var signature = Sign(system, certificate, CertificateAssistant.ToSign(challenge, broken));

        TestSystem.RefusedWith(
            "I9", "KeyRequestRefused", await system.Get<CertificateAssistant>().Pull(new PullRequest(certificate, broken, challenge, signature), Cancellation));

        Assert.Null(((IssuedCertificate)await system.State(certificate)).Intent);
        TestSystem.Value(await Pull(system, certificate));
    }

    // The end is the fourth part; a later one must not pass under the old keyed hash.
    private static string Longer(string challenge)
    {
        var parts = challenge.Split('|');
        parts[3] = "9" + parts[3];
        return string.Join('|', parts);
    }

    private static async Task<Outcome<PulledCertificate>> Pull(TestSystem system, string certificate)
    {
        var request = await system.Get<ITokenDesk>().RequestKey(certificate, 2, Cancellation);
        var challenge = system.Get<CertificateAssistant>().Challenge(certificate, KeyChallenges.ForPull);
        var signature = Sign(system, certificate, CertificateAssistant.ToSign(challenge, request.Span));
        return await system.Get<CertificateAssistant>().Pull(new PullRequest(certificate, request, challenge, signature), Cancellation);
    }

    private static byte[] Sign(TestSystem system, string certificate, string text) =>
        system.Get<LocalTokenDesk>().SignChallenge(certificate, 1, Encoding.UTF8.GetBytes(text));
}
