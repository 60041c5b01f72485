using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Composition.Health;
using ScCa.Domain.Certificates;
using ScCa.Pki.Ocsp;
using Xunit;
using ListReason = ScCa.Pki.RevocationLists.RevocationReason;

namespace ScCa.Application.Tests.Status;

/// <summary>A second process that answers relying parties alone, over the folder that the first one works on.</summary>
public sealed class StatusOnlyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scca-status-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData(true), InlineData(false), Trait("rule", "C8")]
    public async Task Its_first_answer_after_the_other_acknowledged_a_revocation_says_so(bool hasWorkerRun)
    {
        await using var system = await System();
        await using var answering = Answering(system);
        var party = new RelyingParty(answering, system.Clock, RelyingParty.Sm2);
        var certificate = await system.Issued();
        var serials = Assert.Single(((HeldCertificate)await system.State(certificate)).Generations).Serials.ToList();
        foreach (var serial in serials)
            Assert.Equal(OcspStatus.Good, await party.Ask(serial));

        await OcspTests.Revoke(system, certificate, "PrivilegeWithdrawn");
        if (hasWorkerRun)
            await system.Work();

        foreach (var serial in serials)
            Assert.Equal((OcspStatusKind.Revoked, ListReason.PrivilegeWithdrawn), (await party.Ask(serial, hasNonce: true) is var status ? status.Kind : default, status.Reason));
    }

    [Fact]
    public async Task It_serves_the_lists_that_the_other_has_issued_and_says_how_far_it_sees()
    {
        await using var system = await System();
        await using var answering = Answering(system);
        var party = new RelyingParty(answering, system.Clock, RelyingParty.Sm2);
        await OcspTests.Revoke(system, await system.Issued(), "KeyCompromise");
        await system.Work();

        Assert.Equal(2, (await party.List()).Count);
        var health = await answering.GetRequiredService<StatusHealthReader>().Read(Cancellation);
        Assert.Equal(("healthy", await system.Get<IEventStore>().LastPosition(Cancellation)), (health.Status, health.LastPosition));
    }

    [Fact]
    public async Task It_has_no_key_of_an_issuing_authority_or_of_the_seal_maker_and_nothing_to_write_with()
    {
        await using var system = await System();
        await using var answering = Answering(system);

        Assert.NotNull(answering.GetService<IRevocationServices>());
        foreach (var port in new[] { typeof(ICertificateAuthority), typeof(ISealMaker), typeof(IMasterKey), typeof(ISubjectKeys), typeof(IRevocationListPublisher) })
            Assert.Null(answering.GetService(port));
        Assert.Null(answering.GetRequiredService<Issuance.Offices.AuthorityOffices>().Seals);
        var nothing = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await answering.GetRequiredService<IViewStore>().Commit("serials", 1, 0, [], 1, Cancellation));
        Assert.Contains("opened for reading alone", nothing.Message, StringComparison.Ordinal);
    }

    private async Task<TestSystem> System()
    {
        var system = TestSystem.StoredIn(folder);
        await system.Services.CheckScCa(Cancellation);
        return system;
    }

    private ServiceProvider Answering(TestSystem system)
    {
        var services = new ServiceCollection().AddLogging().AddScCaStatus(options => (options.Demo, options.DataFolder) = (true, folder));
        services.AddSingleton<IClock>(system.Clock);
        var answering = services.BuildServiceProvider();
        answering.CheckScCaStatus();
        return answering;
    }
}
