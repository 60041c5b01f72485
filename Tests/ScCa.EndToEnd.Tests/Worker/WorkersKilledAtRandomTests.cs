using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>Workers on one data folder, killed at moments that nobody has chosen: within a commit, between two, while they begin or take over.</summary>
public sealed class WorkersKilledAtRandomTests
{
    private const int Kills = 6;
    private const int CertificatesPerKill = 2;
    private const int MillisecondsMax = 400;

    private readonly Random moments = new(4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("set", "long")]
    [Trait("rule", "C1")]
    public async Task What_was_asked_for_while_the_worker_lay_dead_and_what_it_left_half_done_comes_to_one_certificate_each_C1()
    {
        using var temporary = new TemporaryFolder();
        var work = new WorkOnDisk(temporary.At("data"));
        var last = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            await work.Prepare(CertificatesPerKill);
            await using var worker = Start(temporary, work);
            last = await KilledAtWork(worker, work, last);
        }

        await work.Finish();
        await work.ExpectOneGenerationEach();
    }

    [Fact]
    [Trait("set", "long")]
    [Trait("rule", "C1")]
    public async Task Of_two_workers_the_one_that_stands_by_goes_on_where_the_other_was_killed_C1()
    {
        using var temporary = new TemporaryFolder();
        var work = new WorkOnDisk(temporary.At("data"));
        await work.Prepare(CertificatesPerKill);
        var first = Start(temporary, work);
        try
        {
            await first.WaitForOutput("Swept for");
            for (var kill = 0; kill < Kills; kill++)
            {
                var second = Start(temporary, work);
                await using var killed = first;
                first = second;
                await second.WaitForOutput("standing by");
                // Somebody asks for more just then.
                var asking = work.Prepare(CertificatesPerKill);
                await Task.Delay(moments.Next(2 * MillisecondsMax), Cancellation);
                await killed.Kill();
                await asking;
                await second.WaitForOutput("was swept before");
            }
        }
        finally
        {
            await first.DisposeAsync();
        }

        await work.Finish();
        await work.ExpectOneGenerationEach();
    }

    private static HostProcess Start(TemporaryFolder temporary, WorkOnDisk work) => HostProcess.StartWorker(temporary.Path, "--demo", "--data", work.Folder);

    // Once it has begun to write: how long it goes on is left to chance.
    private async Task<long> KilledAtWork(HostProcess worker, WorkOnDisk work, long last)
    {
        var reached = await work.WaitForMore(last);
        await Task.Delay(moments.Next(MillisecondsMax), Cancellation);
        await worker.Kill();
        return reached;
    }
}
