using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Composition.Health;
using ScCa.Domain.Certificates;
using ScCa.Gateways.Tokens;
using ScCa.Issuance.Demo;
using Xunit;

namespace ScCa.Application.Tests.Issuing;

public sealed class GenerationIssuerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C1")]
    public async Task An_intent_is_durable_before_its_signature_is_made()
    {
        await using var system = TestSystem.Create(WithWatchedAuthority());

        await system.Issued();

        var watched = (WatchedAuthority)system.Get<ICertificateAuthority>();
        Assert.Equal(2, watched.Signatures);
        Assert.True(watched.EveryIntentWasDurable);
    }

    [Fact, Trait("rule", "C1")]
    public async Task A_death_between_signature_and_record_burns_the_serial_and_issues_under_another()
    {
        await using var system = TestSystem.Create(WithWatchedAuthority(dieAfterSigning: 1));
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);
        await system.Transfer(300);

        var orphaned = Assert.IsType<RequestedCertificate>(await system.State(certificate));
        Assert.NotNull(orphaned.Intent);
        system.Clock.Advance(Duration.FromMinutes(1));
        await system.Work();

        var issued = Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Assert.Equal(orphaned.Intent.Serials, issued.BurnedSerials);
        Assert.NotEqual(orphaned.Intent.Serial, Assert.Single(issued.Generations).Serial);
        Assert.Equal(3, ((WatchedAuthority)system.Get<ICertificateAuthority>()).Signatures);
    }

    [Fact, Trait("rule", "C1")]
    public async Task While_the_key_is_away_nothing_is_intended_and_no_serial_is_burned()
    {
        await using var system = TestSystem.Create(WithWatchedAuthority());
        var watched = (WatchedAuthority)system.Get<ICertificateAuthority>();
        watched.NotReady = Away;
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);
        await system.Transfer(300);
        for (var retry = 0; retry < 3; retry++)
        {
            system.Clock.Advance(Duration.FromMinutes(5));
            await system.Work();
        }

        Assert.Null(Assert.IsType<RequestedCertificate>(await system.State(certificate)).Intent);
        Assert.Equal(0, watched.Signatures);
        watched.NotReady = null;
        system.Clock.Advance(Duration.FromMinutes(5));
        await system.Work();

        Assert.Empty(Assert.IsType<IssuedCertificate>(await system.State(certificate)).BurnedSerials);
        Assert.Equal(2, watched.Signatures);
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "I25")]
    public async Task A_pull_while_the_key_is_away_is_told_to_come_again_and_then_gets_its_generation()
    {
        await using var system = TestSystem.Create(WithWatchedAuthority());
        var certificate = await system.Granted();
        var watched = (WatchedAuthority)system.Get<ICertificateAuthority>();
        watched.NotReady = Away;

        TestSystem.RefusedWith("I25", "AuthorityNotReady", await Pull(system, certificate));
        Assert.Null(((IssuedCertificate)await system.State(certificate)).Intent);

        watched.NotReady = null;
        Assert.Equal(2, TestSystem.Value(await Pull(system, certificate)).Generation);
        Assert.Empty(((IssuedCertificate)await system.State(certificate)).BurnedSerials);
    }

    [Fact]
    public async Task Health_says_that_the_key_is_away_by_the_name_of_the_reason_alone()
    {
        await using var system = TestSystem.Create(WithWatchedAuthority());
        var health = system.Get<HealthReader>();
        Assert.Equal(("healthy", "ready"), await Standing(health));

        ((WatchedAuthority)system.Get<ICertificateAuthority>()).NotReady = Away;

        Assert.Equal(("degraded", "TokenAbsent"), await Standing(health));
    }

    [Fact, Trait("rule", "C5")]
    public async Task Many_pulls_of_one_grant_at_once_get_one_and_the_same_generation()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var request = await system.Get<ITokenDesk>().RequestKey(certificate, 2, Cancellation);
        var issuer = system.Get<GenerationIssuer>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => issuer.Issue(new CertificateId(certificate), request, CommandContext.System("test"), Cancellation), Cancellation)));

        Assert.Single(answers.Select(a => a.Generation!.Generation.Serial).Distinct());
        Assert.Equal(2, ((IssuedCertificate)await system.State(certificate)).Generations.Length);
    }

    [Fact, Trait("rule", "C5")]
    public async Task Another_key_does_not_get_the_generation_that_was_made_for_the_first()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        var issuer = system.Get<GenerationIssuer>();
        var first = await system.Get<ITokenDesk>().RequestKey(certificate, 2, Cancellation);
        var other = await system.Get<ITokenDesk>().RequestKey(certificate, 3, Cancellation);
        await issuer.Issue(new CertificateId(certificate), first, CommandContext.System("test"), Cancellation);

        var (generation, refusal) = await issuer.Issue(new CertificateId(certificate), other, CommandContext.System("test"), Cancellation);

        Assert.Null(generation);
        Assert.Equal(("C5", "AnotherKeyWasIssued"), (refusal!.Rule, refusal.Code));
    }

    private static AuthorityNotReady Away { get; } = new("TokenAbsent", "密码设备不在。请插入后再试。", "The token is absent. Put it in and try again.");

    private static async Task<(string Status, string Authority)> Standing(HealthReader health) =>
        await health.Read(Cancellation) is var report ? (report.Status, report.Authority) : default;

    private static async Task<Outcome<PulledCertificate>> Pull(TestSystem system, string certificate)
    {
        var assistant = system.Get<CertificateAssistant>();
        var request = await system.Get<ITokenDesk>().RequestKey(certificate, 2, Cancellation);
        var challenge = assistant.Challenge(certificate, KeyChallenges.ForPull);
        var signature = system.Get<LocalTokenDesk>().SignChallenge(certificate, 1, Encoding.UTF8.GetBytes(CertificateAssistant.ToSign(challenge, request.Span)));
        return await assistant.Pull(new PullRequest(certificate, request, challenge, signature), Cancellation);
    }

    private static Action<IServiceCollection> WithWatchedAuthority(int dieAfterSigning = 0) => services => services.AddSingleton<ICertificateAuthority>(
        provider => new WatchedAuthority(
            DemoAuthority.OpenOrCreate(
                Path.Combine(provider.GetRequiredService<ScCaOptions>().DataFolder, "watched-ca"),
                provider.GetRequiredService<IClock>(),
                provider.GetRequiredService<IRandomSource>()),
            provider.GetRequiredService<IEventStore>(),
            dieAfterSigning));

    private sealed class WatchedAuthority(DemoAuthority real, IEventStore store, int dieAfterSigning) : ICertificateAuthority, IDisposable
    {
        public int Signatures { get; private set; }

        public bool EveryIntentWasDurable { get; private set; } = true;

        public AuthorityNotReady? NotReady { get; set; }

        public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => new(NotReady);

        public ValueTask<PreparedGeneration> Prepare(
            IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
            real.Prepare(plan, subject, serials, request, cancellation);

        public async ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation)
        {
            var events = (await store.ReadAll(0, 1000, cancellation)).Select(EventCodec.Decode);
            EveryIntentWasDurable &= events.Any(e => e.Body switch
            {
                IssuanceIntended i => (i.Serial, i.TbsDigest) == (prepared.Serial, prepared.TbsDigest),
                EncryptionIntended i => (i.Serial, i.TbsDigest) == (prepared.Serial, prepared.TbsDigest),
                _ => false,
            });
            var signed = await real.Sign(prepared, cancellation);
            return ++Signatures == dieAfterSigning ? throw new CrashException() : signed;
        }

        public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => real.HasSameKey(certificate, request);

        public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) =>
            real.VerifyWithKeyOf(certificate, challenge, signature);

        public void Dispose() => real.Dispose();
    }
}
