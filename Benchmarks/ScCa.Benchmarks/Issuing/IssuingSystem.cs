using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Benchmarks.Stores;
using ScCa.Composition;

namespace ScCa.Benchmarks.Issuing;

/// <summary>The whole system as it is composed, on the embedded store in a folder of its own, with applications that are ready for their certificates.</summary>
public sealed class IssuingSystem : IAsyncDisposable
{
    public const int Callers = 64;

    private static readonly IReadOnlyList<ReadOnlyMemory<byte>> Requests = ReadyApplications.KeyRequests();

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private readonly int perCaller;

    private IssuingSystem(int perCaller)
    {
        this.perCaller = perCaller;
        services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
            .AddScCa(options => (options.Demo, options.DataFolder) = (true, folder.Path))
            .BuildServiceProvider();
    }

    public int Count => Callers * perCaller;

    public string Folder => folder.Path;

    public IServiceProvider Services => services;

    /// <summary>What was there before: the applications.</summary>
    public IReadOnlyList<IReadOnlyList<WorkloadRow>> Applications { get; private set; } = [];

    public static async Task<IssuingSystem> WithReady(int perCaller, CancellationToken cancellation)
    {
        var system = new IssuingSystem(perCaller);
        await system.services.CheckScCa(cancellation);
        system.Applications = await ReadyApplications.Make(system.services, system.Count, cancellation);
        var store = system.services.GetRequiredService<IEventStore>();
        await Task.WhenAll(system.Applications.Select(rows => store.Append(
            rows[0].Stream, IEventStore.NoStream, [.. rows.Select(row => row.Event)], AppendWorkload.RecordedAt, cancellation).AsTask()));
        return system;
    }

    /// <summary>Many callers at once, each one certificate after the other, each durable when it is answered.</summary>
    public Task IssueAll(CancellationToken cancellation)
    {
        var issuer = services.GetRequiredService<GenerationIssuer>();
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Caller(issuer, caller, cancellation), cancellation)));
    }

    /// <summary>The events that issuing has written, certificate by certificate: the intent's append, then the result's.</summary>
    public async Task<IReadOnlyList<(IReadOnlyList<WorkloadRow> Intent, IReadOnlyList<WorkloadRow> Result)>> Written(CancellationToken cancellation)
    {
        var store = services.GetRequiredService<IEventStore>();
        var written = new List<(IReadOnlyList<WorkloadRow>, IReadOnlyList<WorkloadRow>)>();
        foreach (var application in Applications)
        {
            var rows = (await store.ReadStream(application[0].Stream, cancellation)).Skip(application.Count)
                .Select(e => new WorkloadRow(e.Stream, e.Revision, new NewEvent(e.Type, e.Body, e.Metadata, e.CommandId, e.Ordinal)))
                .GroupBy(row => row.Event.CommandId).Select(appended => (IReadOnlyList<WorkloadRow>)[.. appended]).ToList();
            written.Add(rows is [var intent, var result] ? (intent, result) : throw new InvalidOperationException("A certificate was not issued in two appends."));
        }

        return written;
    }

    /// <summary>Everything that has happened.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Events(CancellationToken cancellation) =>
        await services.GetRequiredService<IEventStore>().ReadAll(0, int.MaxValue, cancellation);

    /// <summary>Brings the views to the newest event, as a worker does.</summary>
    public Task CatchUp(CancellationToken cancellation) => services.GetRequiredService<ViewRunner>().CatchUp(cancellation);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    private async Task Caller(GenerationIssuer issuer, int caller, CancellationToken cancellation)
    {
        for (var n = 0; n < perCaller; n++)
        {
            var (generation, refusal) = await issuer.Issue(
                ReadyApplications.IdOf(caller + n * Callers), Requests[(caller + n) % Requests.Count], CommandContext.System("benchmark"), cancellation);
            if (generation is null)
            {
                throw new InvalidOperationException($"Refused: {refusal}");
            }
        }
    }
}
