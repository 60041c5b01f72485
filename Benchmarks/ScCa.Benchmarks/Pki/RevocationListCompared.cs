using System.Diagnostics;
using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Stores;
using ScCa.Pki.Algorithms;
using ScCa.Pki.RevocationLists;

namespace ScCa.Benchmarks.Pki;

/// <summary>A long list written and signed here against openssl reading that very list, as a process with its start and the file.</summary>
public sealed class RevocationListCompared(string name, PublicKeyKind kind) : ICompared
{
    private const int QuickEntries = 100;
    private const int FullEntries = 1_000_000;

    private readonly Dictionary<Effort, ListWorkload> workloads = [];

    public string Name => name;

    public string What => $"{FullEntries:N0} revoked certificates written as one list and signed ({kind}); peer: openssl crl -inform DER -noout on that list, a process";

    public MeasuredUnit Unit { get; } = MeasuredUnit.MillisecondsPer("list");

    public Task<double> Ours(Effort effort, CancellationToken cancellation)
    {
        var workload = Workload(effort);
        var started = Stopwatch.GetTimestamp();
        using var writer = workload.Fill();
        var bytes = workload.Sign(writer);
        var taken = Stopwatch.GetElapsedTime(started);
        Check(workload, bytes);
        return Task.FromResult(taken.TotalMilliseconds);
    }

    public async Task<double> Peer(Effort effort, CancellationToken cancellation)
    {
        var workload = Workload(effort);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "list.crl");
        using (var writer = workload.Fill())
            await File.WriteAllBytesAsync(file, workload.Sign(writer), cancellation);

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("openssl", ["crl", "-in", file, "-inform", "DER", "-noout"]))!;
        await process.WaitForExitAsync(cancellation);
        var taken = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0 ? taken.TotalMilliseconds : throw new InvalidOperationException("openssl did not read the list.");
    }

    private static void Check(ListWorkload workload, ReadOnlyMemory<byte> bytes)
    {
        var list = RevocationList.From(bytes);
        if (list.Count != workload.Count || !list.IsSignedBy(workload.Key) || list.Find(workload.Serial(workload.Count / 2)) is null)
            throw new InvalidOperationException("The list is not what was to be written.");
    }

    private ListWorkload Workload(Effort effort)
    {
        if (!workloads.TryGetValue(effort, out var workload))
            workloads[effort] = workload = new(kind, effort == Effort.Quick ? QuickEntries : FullEntries);
        return workload;
    }
}
