using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.History;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Composition.StandIns;
using ScCa.EndToEnd.Tests.Console;
using Xunit;

namespace ScCa.EndToEnd.Tests.Worker;

/// <summary>Applications on a data folder, approved and paid at the bank: all that follows is a worker's work, whoever kills it.</summary>
internal sealed class WorkOnDisk(string folder)
{
    private readonly List<string> certificates = [];

    public string Folder => folder;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>More of it, asked for and paid as at a host beside the worker.</summary>
    public async Task Prepare(int count)
    {
        await using var services = new ServiceCollection().AddLogging().AddScCa(options => (options.DataFolder, options.Demo) = (folder, true)).BuildServiceProvider();
        await services.CheckScCa(Cancellation);
        var (hall, review, desk) = (
            services.GetRequiredService<SelfServiceHall>(), services.GetRequiredService<ReviewDesk>(), services.GetRequiredService<DemoDesk>());
        for (var until = certificates.Count + count; certificates.Count < until;)
        {
            var i = certificates.Count;
            var name = $"第{i}号（演示）公司";
            var request = new ApplyForm($"apply-{i}", "gov-procurement", "supplier", name, "91510100MA6DEM001F", 1, "李演示", "13900000000", "成都市示范路 1 号");
            var receipt = (await hall.Apply(request, Cancellation)).Value!;
            Assert.NotNull((await review.Approve($"approve-{i}", receipt.Certificate, receipt.Application, null, "demo-reviewer", Cancellation)).Value);
            Assert.NotNull((await desk.Upload(receipt.Certificate, receipt.Application, "application-materials", Cancellation)).Value);
            Assert.NotNull((await review.CompleteMaterials($"papers-{i}", receipt.Certificate, receipt.Application, "demo-reviewer", Cancellation)).Value);
            await desk.Transfer(name, 300_00, Cancellation);
            certificates.Add(receipt.Certificate);
        }
    }

    /// <summary>Waits until a worker has written some events, and answers with the last of them.</summary>
    public async Task<long> WaitForMore(long than)
    {
        await using var services = History();
        var events = services.GetRequiredService<IEventStore>();
        var before = Math.Max(than, await events.LastPosition(Cancellation));
        for (var waited = 0; waited < 60_000; waited += 5)
        {
            var now = await events.LastPosition(Cancellation);
            if (now > before + 5)
                return now;
            await Task.Delay(5, Cancellation);
        }

        throw new TimeoutException("The worker did nothing.");
    }

    /// <summary>A last worker does what is left, and another finds nothing more; answers with the events that the last one wrote.</summary>
    public async Task<long> Finish()
    {
        var rest = await Once();
        Assert.Equal(0, await Once());
        return rest;
    }

    public async Task ExpectOneGenerationEach()
    {
        await using var services = History();
        foreach (var certificate in certificates)
            await ExpectOneGeneration(services, certificate);
    }

    private async Task<long> Once()
    {
        var result = await HostProcess.RunWorker(Path.GetDirectoryName(folder)!, "--demo", "--data", folder, "--once");
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(result.Out).RootElement.GetProperty("eventsWritten").GetInt64();
    }

    private static async Task ExpectOneGeneration(ServiceProvider services, string certificate)
    {
        var history = (await services.GetRequiredService<HistoryReader>().Read(certificate, null, Cancellation)).Value!;
        int Count(string name) => history.Entries.Count(e => e.Event == $"certificate.{name}.v1");
        Assert.Equal("valid", history.Standing.Status);
        Assert.Equal(1, Count("generation-issued"));
        Assert.Equal(1, Count("transfer-counted"));
        Assert.Equal(1, Count("parcel-promised"));
        // An intent is followed by its certificate, or is given up for ever: never neither.
        Assert.Equal(Count("issuance-intended"), 1 + Count("issuance-abandoned"));
        Assert.Equal(Count("issuance-abandoned"), history.Standing.BurnedSerials);
    }

    private ServiceProvider History() =>
        new ServiceCollection().AddLogging().AddScCaHistory(options => options.DataFolder = folder).BuildServiceProvider();
}
