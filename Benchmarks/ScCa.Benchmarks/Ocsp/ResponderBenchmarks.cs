using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Ports;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Ocsp;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>The responder as the system has it: the status looked up in the store, the answer signed with P-256 or one that is kept.</summary>
[MemoryDiagnoser]
public class ResponderBenchmarks
{
    private OcspScene? scene;
    private IRevocationServices? services;
    private byte[] withoutNonce = [];

    // Toolchains within the process do not wait for a task.
    [GlobalSetup]
    public void Prepare() => Begin().GetAwaiter().GetResult();

    [GlobalCleanup]
    public Task CleanUp() => scene!.DisposeAsync().AsTask();

    [Benchmark]
    public async Task<PublishedFile> Signed() => await services!.AnswerOcsp(scene!.Request, CancellationToken.None);

    [Benchmark]
    public async Task<PublishedFile> Kept() => await services!.AnswerOcsp(withoutNonce, CancellationToken.None);

    private async Task Begin()
    {
        scene = await OcspScene.Prepare(CancellationToken.None);
        services = scene.Services.GetRequiredService<IRevocationServices>();
        withoutNonce = new OcspRequestContent([OcspCertificateId.Of(new OcspIssuer(scene.Issuer), scene.Serial, DigestAlgorithm.Sha1)]).Encode();
        scene.Check((await Signed()).Bytes);
    }
}
