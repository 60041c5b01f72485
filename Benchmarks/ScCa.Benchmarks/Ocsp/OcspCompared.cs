using System.Diagnostics;
using ScCa.Benchmarks.Compare;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>Our host's OCSP endpoint against openssl's responder, each on a core of its own, the same P-256 key, every answer signed for its question.</summary>
/// <param name="byProcessorTime">Counts the server's own processor time: other work on the machine weighs less.</param>
public sealed class OcspCompared(string name, bool byProcessorTime) : ICompared
{
    private const int Askers = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    private OcspScene? prepared;

    public static IReadOnlyList<ICompared> All { get; } = [new OcspCompared("ocsp", byProcessorTime: false), new OcspCompared("ocsp-cpu", byProcessorTime: true)];

    public string Name => name;

    public string What => "OCSP answers over HTTP on one core, P-256, each signed for its nonce, our connections kept alive; peer: openssl ocsp -port with the same keys"
        + (byProcessorTime ? "; by the server's processor time" : "");

    public MeasuredUnit Unit { get; } = MeasuredUnit.PerSecond("answers");

    public async Task<double> Ours(Effort effort, CancellationToken cancellation)
    {
        var scene = await Scene(cancellation);
        await using var server = await PinnedServer.Ours(scene, cancellation);
        return await PerSecond(scene, server, keepsAlive: true, effort, cancellation);
    }

    public async Task<double> Peer(Effort effort, CancellationToken cancellation)
    {
        var scene = await Scene(cancellation);
        await using var server = await PinnedServer.Peer(scene, cancellation);
        // It closes each connection after its answer.
        return await PerSecond(scene, server, keepsAlive: false, effort, cancellation);
    }

    private async Task<double> PerSecond(OcspScene scene, PinnedServer server, bool keepsAlive, Effort effort, CancellationToken cancellation)
    {
        await PinnedServer.StandAside(cancellation);
        if (effort == Effort.Full)
            Asked(scene, server, keepsAlive, WarmUp);
        var (began, processor) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
        var answers = Asked(scene, server, keepsAlive, effort == Effort.Full ? Measured : TimeSpan.Zero);
        var taken = byProcessorTime ? server.ProcessorTime - processor : Stopwatch.GetElapsedTime(began);
        // What takes less than the smallest time that is counted took that.
        return answers / Math.Max(taken.TotalSeconds, 0.001);
    }

    private static int Asked(OcspScene scene, PinnedServer server, bool keepsAlive, TimeSpan atLeast)
    {
        var askers = Enumerable.Range(0, Askers).Select(_ => new OcspAsker(server.Port, scene.Request, keepsAlive)).ToList();
        try
        {
            return OcspCrowd.Ask(askers, atLeast, scene.Check);
        }
        finally
        {
            askers.ForEach(asker => asker.Dispose());
        }
    }

    private async Task<OcspScene> Scene(CancellationToken cancellation) => prepared ??= await OcspScene.Prepare(cancellation);
}
