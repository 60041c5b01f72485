using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Execution;

/// <summary>What was read of a stream is kept, and what others write meanwhile is seen all the same.</summary>
public sealed class RecentStreamsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_host_has_written_is_seen_at_once()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        var other = Other(system);
        Assert.IsType<RequestedCertificate>(await other.State<Certificate>(certificate, Cancellation));

        await system.Approve(certificate, 1);
        await system.Transfer(300);

        var issued = Assert.IsType<IssuedCertificate>(await other.State<Certificate>(certificate, Cancellation));
        Assert.Equal((await system.State(certificate)).GetType(), issued.GetType());
        Assert.Equal(
            await system.EventNames(certificate), (await other.Events<Certificate>(certificate, Cancellation)).Select(e => e.Body.GetType().Name));
    }

    [Fact]
    public async Task More_streams_than_are_kept_are_read_from_the_store_again()
    {
        await using var system = TestSystem.Create();
        var executor = Other(system);
        var certificates = new List<string>();
        var first = await system.Applied();
        var sample = await system.Events.ReadStream($"certificate-{first}", Cancellation);
        for (var n = 0; n < 600; n++)
        {
            certificates.Add($"{first}-{n}");
            await system.Events.Append(
                $"certificate-{first}-{n}", IEventStore.NoStream, [.. sample.Select(e => new NewEvent(e.Type, e.Body, e.Metadata, e.CommandId, e.Ordinal))],
                system.Clock.GetCurrentInstant(), Cancellation);
        }

        foreach (var certificate in certificates.Concat(certificates))
            Assert.NotNull((await executor.State<Certificate>(certificate, Cancellation)).Open);
    }

    private static CommandExecutor Other(TestSystem system) => new(system.Events, system.Get<PolicyBook>(), system.Clock);
}
