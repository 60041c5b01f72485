using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>A server process that is kept on one core, and whose processor time is known.</summary>
public sealed partial class PinnedServer : IAsyncDisposable
{
    private const string ServersCore = "0";
    private const string AskersCore = "1";

    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private PinnedServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Our host, over the folder.</summary>
    public static Task<PinnedServer> Ours(OcspScene scene, CancellationToken cancellation) => Listening(
        OursAt(), cancellation, "dotnet", Path.Combine(AppContext.BaseDirectory, "ScCa.Web.dll"), "--demo", "--status-only", "--data", scene.Folder, "--port", "0");

    /// <summary>openssl's responder with the same keys.</summary>
    public static Task<PinnedServer> Peer(OcspScene scene, CancellationToken cancellation) => Listening(
        PeerAt(), cancellation, "openssl", "ocsp", "-port", "0", "-index", scene.IndexFile, "-CA", scene.IssuerFile, "-rsigner", scene.ResponderFile,
        "-rkey", scene.ResponderKeyFile, "-passin", $"file:{scene.PasswordFile}", "-nmin", "60", "-ignore_err");

    /// <summary>Keeps this process off the servers' core.</summary>
    public static async Task StandAside(CancellationToken cancellation)
    {
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", AskersCore, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true })!;
        await taskset.WaitForExitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Both say where they listen; to try whether they do would be a question without an end for openssl.
    private static async Task<PinnedServer> Listening(Regex port, CancellationToken cancellation, params string[] command)
    {
        var process = Process.Start(new ProcessStartInfo("taskset", ["-c", ServersCore, .. command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, said) => Look(said.Data);
        process.ErrorDataReceived += (_, said) => Look(said.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The server ended before it listened: {string.Join(' ', command)}\n{string.Join('\n', lines)}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new PinnedServer(process, await listening.Task.WaitAsync(StartWithin, cancellation));
        }
        catch (Exception reason) when (reason is TimeoutException or InvalidOperationException)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            throw;
        }

        void Look(string? line)
        {
            if (line is null || listening.Task.IsCompleted)
                return;
            lines.Enqueue(line);
            if (port.Match(line) is { Success: true } match)
                listening.TrySetResult(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"^ACCEPT .*?:(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex PeerAt();

    [GeneratedRegex(@"http://127\.0\.0\.1:(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex OursAt();
}
