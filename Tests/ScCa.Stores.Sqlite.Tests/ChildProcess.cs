using System.Diagnostics;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>The test program as a process of its own; killed at the latest when it is disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private ChildProcess(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        errors = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Output => process.StandardOutput;

    /// <summary>Starts "child ARGS".</summary>
    public static ChildProcess Start(params string[] args) => StartProgram([], [Child.Word, .. args]);

    /// <summary>Starts the test program with these arguments, under another program (a tracer with its own arguments) where one is given.</summary>
    public static ChildProcess StartProgram(IReadOnlyList<string> under, IReadOnlyList<string> args, params (string Name, string Value)[] environment)
    {
        var host = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, typeof(ChildProcess).Assembly.Location] : [host];
        string[] line = [.. under, .. program, .. args];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    public async Task<string> ReadToEnd(CancellationToken cancellation)
    {
        var output = await Output.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The child ended with {process.ExitCode}:\n{output}\n{await errors}");
    }

    public async Task Kill(CancellationToken cancellation)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellation);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
