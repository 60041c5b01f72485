using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.History;
using ScCa.Application.Ports;
using ScCa.Composition.StandIns;
using ScCa.Composition;
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
        var folder = temporary.At("data");
        var certificates = await PrepareWork(folder);

        var last = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var worker = HostProcess.StartWorker(temporary.Path, "--demo", "--data", folder);
            last = await WaitForMore(folder, last);
            await worker.Kill();
        }

        var rest = await HostProcess.RunWorker(temporary.Path, "--demo", "--data", folder, "--once");
        Assert.True(rest.ExitCode == 0, rest.ToString());
        Assert.True(Line(rest).GetProperty("eventsWritten").GetInt64() > 0, "The workers were killed too late: nothing was left to do.");
        var again = await HostProcess.RunWorker(temporary.Path, "--demo", "--data", folder, "--once");
        Assert.Equal(0, Line(again).GetProperty("eventsWritten").GetInt64());

        await using var services = History(folder);
        foreach (var certificate in certificates)
            await ExpectOneGeneration(services, certificate);
    }

    private static async Task ExpectOneGeneration(ServiceProvider services, string certificate)
    {
        var history = (await services.GetRequiredService<HistoryReader>().Read(certificate, null, TestContext.Current.CancellationToken)).Value!;
        int Count(string name) => history.Entries.Count(e => e.Event == $"certificate.{name}.v1");
        Assert.Equal("valid", history.Standing.Status);
        Assert.Equal(1, Count("generation-issued"));
        Assert.Equal(1, Count("transfer-counted"));
        Assert.Equal(1, Count("parcel-promised"));
        // An intent is followed by its certificate, or is given up for ever: never neither.
        Assert.Equal(Count("issuance-intended"), 1 + Count("issuance-abandoned"));
        Assert.Equal(Count("issuance-abandoned"), history.Standing.BurnedSerials);
    }

    // Applied, approved and paid at the bank, with no worker yet: all that follows is its work.
    private static async Task<List<string>> PrepareWork(string folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var services = new ServiceCollection().AddLogging().AddScCa(options => (options.DataFolder, options.Demo) = (folder, true)).BuildServiceProvider();
        await services.CheckScCa(cancellation);
        var (hall, review, desk) = (
            services.GetRequiredService<SelfServiceHall>(), services.GetRequiredService<ReviewDesk>(), services.GetRequiredService<DemoDesk>());
        var certificates = new List<string>();
        for (var i = 0; i < Certificates; i++)
        {
            var name = $"第{i}号（演示）公司";
            var request = new ApplyForm($"apply-{i}", "gov-procurement", "supplier", name, "91510100MA6DEM001F", 1, "李演示", "13900000000", "成都市示范路 1 号");
            var receipt = (await hall.Apply(request, cancellation)).Value!;
            Assert.NotNull((await review.Approve($"approve-{i}", receipt.Certificate, receipt.Application, null, "demo-reviewer", cancellation)).Value);
            Assert.NotNull((await desk.Upload(receipt.Certificate, receipt.Application, "application-materials", cancellation)).Value);
            Assert.NotNull((await review.CompleteMaterials($"papers-{i}", receipt.Certificate, receipt.Application, "demo-reviewer", cancellation)).Value);
            await desk.Transfer(name, 300_00, cancellation);
            certificates.Add(receipt.Certificate);
        }

        return certificates;
    }

    private static async Task<long> WaitForMore(string folder, long than)
    {
        await using var services = History(folder);
        var events = services.GetRequiredService<IEventStore>();
        var before = Math.Max(than, await events.LastPosition(TestContext.Current.CancellationToken));
        for (var waited = 0; waited < 60_000; waited += 5)
        {
            var now = await events.LastPosition(TestContext.Current.CancellationToken);
            if (now > before + 5)
                return now;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The worker did nothing.");
    }

    private static ServiceProvider History(string folder) =>
        new ServiceCollection().AddLogging().AddScCaHistory(options => options.DataFolder = folder).BuildServiceProvider();

    private static JsonElement Line(HostResult result) => JsonDocument.Parse(result.Out).RootElement;
}
