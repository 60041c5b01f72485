using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>The real host in a process of its own, with a folder of its own; both are gone when it is disposed.</summary>
internal sealed partial class HallProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>No variables beside those of this process.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HallProcess(string folder, IReadOnlyDictionary<string, string> environment, string[] args)
    {
        Folder = folder;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it was started; its data are below.</summary>
    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors);

    public static string NewFolder() => Directory.CreateTempSubdirectory("scca-web-").FullName;

    /// <summary>A demonstration on a free port, listening.</summary>
    public static Task<(HallProcess Hall, Uri Address)> StartDemo(CancellationToken cancellation)
    {
        var folder = NewFolder();
        return Start(folder, Nothing, cancellation, "--demo", "--data", Path.Combine(folder, "data"));
    }

    /// <summary>The host on a free port, listening.</summary>
    public static async Task<(HallProcess Hall, Uri Address)> Start(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation, params string[] args)
    {
        var hall = new HallProcess(folder, environment, ["--port", "0", .. args]);
        try
        {
            return (hall, await hall.listening.Task.WaitAsync(Patience, cancellation));
        }
        catch (TimeoutException)
        {
            await hall.DisposeAsync();
            throw new InvalidOperationException($"The host did not start to listen.\n{hall.Errors}\n{hall.Output}");
        }
    }

    /// <summary>Runs the host until it ends by itself.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> Run(string folder, CancellationToken cancellation, params string[] args) =>
        Run(folder, Nothing, cancellation, args);

    public static async Task<(int ExitCode, string Output, string Errors)> Run(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation, params string[] args)
    {
        await using var hall = new HallProcess(folder, environment, args);
        await hall.process.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation);
        return (hall.process.ExitCode, hall.Output, hall.Errors);
    }

    /// <summary>Ends it as a crash would; its folder stays.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // The host that this test run was built with: same configuration, same framework.
    private static string Assembly
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Repository.At("Hosts", "ScCa.Web", "bin", framework.Parent!.Name, framework.Name, "ScCa.Web.dll");
        }
    }

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (ReferenceEquals(lines, errors) && Address().Match(line) is { Success: true } match)
            listening.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}

/// <summary>One demonstration that several tests visit, each under phones of its own.</summary>
public sealed class RunningHall : IAsyncLifetime
{
    private HallProcess? hall;

    public Uri Address { get; private set; } = null!;

    public string Data => hall!.Data;

    public string Output => hall!.Output;

    public async ValueTask InitializeAsync() => (hall, Address) = await HallProcess.StartDemo(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (hall is not null)
            await hall.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class HallCollection : ICollectionFixture<RunningHall>
{
    public const string Name = "the running hall";
}
