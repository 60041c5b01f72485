using System.Diagnostics;
using System.Text;
using ScCa.Testing;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>What a host printed and how it ended.</summary>
public sealed record HostResult(int ExitCode, string Out, string Error)
{
    public override string ToString() => $"exit code {ExitCode}\n--- stdout\n{Out}\n--- stderr\n{Error}";
}

/// <summary>A built host as a child process: bounded in time, and ended by its own id whatever happens.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    // Far beyond what any run takes: only a host that hangs meets it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private HostProcess(Process process) => this.process = process;

    public static Task<HostResult> RunConsole(string folder, IReadOnlyDictionary<string, string>? environment, params IReadOnlyList<string> arguments) =>
        Run("ScCa.Console", "scca", folder, environment, arguments);

    public static Task<HostResult> RunConsole(string folder, params IReadOnlyList<string> arguments) => RunConsole(folder, null, arguments);

    public static Task<HostResult> RunWorker(string folder, IReadOnlyDictionary<string, string>? environment, params IReadOnlyList<string> arguments) =>
        Run("ScCa.Worker", "ScCa.Worker", folder, environment, arguments);

    public static Task<HostResult> RunWorker(string folder, params IReadOnlyList<string> arguments) => RunWorker(folder, null, arguments);

    public static HostProcess StartWorker(string folder, params IReadOnlyList<string> arguments) => Start("ScCa.Worker", "ScCa.Worker", folder, null, arguments);

    /// <summary>Waits until the host has printed this.</summary>
    public async Task WaitForOutput(string text)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            if (Printed().Contains(text, StringComparison.Ordinal))
                return;
            if (process.HasExited)
                break;
        }

        Assert.Fail($"'{text}' was not printed:\n{Printed()}");
    }

    public string Printed()
    {
        lock (output)
        {
            lock (error)
                return $"{output}{error}";
        }
    }

    /// <summary>kill -9: nothing is flushed, nothing is said goodbye to.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await End()).ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static async Task<HostResult> Run(
        string project, string assembly, string folder, IReadOnlyDictionary<string, string>? environment, IReadOnlyList<string> arguments)
    {
        await using var host = Start(project, assembly, folder, environment, arguments);
        return await host.End();
    }

    private static HostProcess Start(
        string project, string assembly, string folder, IReadOnlyDictionary<string, string>? environment, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll(project, assembly), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the machine happens to speak must not decide a test.
        foreach (var name in start.Environment.Keys.Where(k => k is "LANG" or "LC_ALL" or "COLUMNS" || k.StartsWith("SCCA_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var host = new HostProcess(Process.Start(start)!);
        host.Listen();
        return host;
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<HostResult> End()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await process.WaitForExitAsync(patience.Token);
        // The one without a timeout also waits for the last lines.
        process.WaitForExit();
        return new HostResult(process.ExitCode, output.ToString(), error.ToString());
    }

    private static void Append(StringBuilder to, string? line)
    {
        if (line is null)
            return;
        lock (to)
            to.AppendLine(line);
    }

    // Hosts are built with the same configuration as the tests: …/bin/Debug/net10.0.
    private static string Dll(string project, string assembly)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.At("Hosts", project, "bin", built.Parent!.Name, built.Name, $"{assembly}.dll");
    }
}
