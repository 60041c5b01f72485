using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>Work lies ready, a worker is killed while it does it, again and again, and another brings it to its end.</summary>
public sealed class KilledWorkerTests
{
    private const int Certificates = 12;
    private const int Kills = 3;

    [Fact]
    [Trait("rule", "C1")]
    public async Task Killed_in_the_middle_of_its_work_the_next_worker_brings_every_application_to_one_certificate_C1()
    {
        using var temporary = new TemporaryFolder();
        var work = new WorkOnDisk(temporary.At("data"));
        await work.Prepare(Certificates);

        var last = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var worker = HostProcess.StartWorker(temporary.Path, "--demo", "--data", work.Folder);
            last = await work.WaitForMore(last);
            await worker.Kill();
        }

        Assert.True(await work.Finish() > 0, "The workers were killed too late: nothing was left to do.");
        await work.ExpectOneGenerationEach();
    }
}
