using System.Diagnostics;
using System.Globalization;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A worker as its own process, in a copy of this program whose domain is the mutated one. One that hangs or dies is ended and started anew.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // The longest that one test may take: a mutant that makes a test hang has been noticed. The tests take under two seconds each, on a machine that is not busy.
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly string tests;
    private readonly TimeSpan silenceMax;
    private readonly bool isFolderOwned;
    private Process? process;

    private WorkerProcess(string folder, string tests, TimeSpan silenceMax, bool isFolderOwned) =>
        (this.folder, this.tests, this.silenceMax, this.isFolderOwned) = (folder, tests, silenceMax, isFolderOwned);

    /// <summary>Copies this program next to itself, with the mutated domain and the tests that are to try it.</summary>
    public static WorkerProcess Copy(string name, byte[] domain, string tests, TimeSpan? silenceMax = null)
    {
        var own = AppContext.BaseDirectory;
        var folder = Path.Combine(own, "copies", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(own))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllBytes(Path.Combine(folder, DomainSource.Name + ".dll"), domain);
        var copied = Path.Combine(folder, Path.GetFileName(tests));
        File.Copy(tests, copied, overwrite: true);
        return new WorkerProcess(folder, copied, silenceMax ?? SilenceMax, isFolderOwned: true);
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        if (isFolderOwned)
            Directory.Delete(folder, recursive: true);
    }

    public async Task<Verdict> Try(Mutant mutant, int member, CancellationToken cancellation)
    {
        if (mutant.IsStatic)
            return await TryFromTheStart(mutant, cancellation);
        if (process is null && await Start(0, cancellation) is { } broken)
            throw new InvalidOperationException($"The tests fail without any mutant: {broken}");
        await process!.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{mutant.Number} {member}").AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        var answer = await Answer(cancellation);
        if (answer is null)
            await End();
        return answer switch
        {
            null => new(mutant, Outcome.Killed, "the tests did not end"),
            Worker.Survived => new(mutant, Outcome.Survived, ""),
            Worker.SurvivedSoFar => await TryFromTheStart(mutant, cancellation),
            Worker.NotReached => new(mutant, Outcome.NotReached, ""),
            _ => new(mutant, Outcome.Killed, answer[Worker.Killed.Length..]),
        };
    }

    // By a process of its own; the usual one stays, with all that it has learned.
    private async Task<Verdict> TryFromTheStart(Mutant mutant, CancellationToken cancellation)
    {
        await using var own = new WorkerProcess(folder, tests, silenceMax, isFolderOwned: false);
        var broken = await own.Start(mutant.Number, cancellation);
        return broken is null ? new(mutant, Outcome.Survived, "") : new(mutant, Outcome.Killed, broken);
    }

    // What was broken, or null where it is ready.
    private async Task<string?> Start(int mutant, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DomainTests.DotNet, [Path.Combine(folder, "ScCa.RuleArms.Tests.dll"), Worker.Argument, tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["SCCA_MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture),
                // One seed for every run, and memory enough for the tests, not for a mutant that never stops collecting.
                ["SCCA_SEED"] = DomainTests.Seed,
                ["SCCA_RUNS"] = null,
                ["SCCA_GOLDEN"] = null,
                ["DOTNET_GCHeapHardLimit"] = "0x60000000",
            },
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("The tests do not start.");
        var answer = await Answer(cancellation);
        return answer switch
        {
            Worker.Ready => null,
            null => "the tests did not end",
            _ => answer[Worker.Broken.Length..],
        };
    }

    // The next answer that is more than a sign of life; null where none comes.
    private async Task<string?> Answer(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                patience.CancelAfter(silenceMax);
                if (await process!.StandardOutput.ReadLineAsync(patience.Token) is not { } line)
                    return null;
                var at = line.IndexOf(Worker.Mark, StringComparison.Ordinal);
                if (at >= 0 && line[(at + Worker.Mark.Length)..] is var answer && answer != Worker.Alive)
                    return answer;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task End()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }
}
