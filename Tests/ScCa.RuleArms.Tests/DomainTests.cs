using System.Diagnostics;
using System.Runtime.InteropServices;
using ScCa.Testing;

namespace ScCa.RuleArms.Tests;

/// <summary>The domain's tests as a program of their own, in a copy whose domain can be exchanged.</summary>
internal sealed class DomainTests : IDisposable
{
    private const string Project = "ScCa.Domain.Tests";

    /// <summary>The longest a run may take whose length nobody knows yet: machines that are busy take many times as long as others.</summary>
    public static readonly TimeSpan FirstRunMax = TimeSpan.FromMinutes(10);

    /// <summary>One seed for every run: a property must not fail for another reason than the exchanged domain.</summary>
    public const string Seed = "20260105,11400714819323198485";

    private readonly string folder;

    private DomainTests(string folder) => this.folder = folder;

    /// <summary>Copies the built tests next to this program, so that they still find the repository above them.</summary>
    public static DomainTests Copy(string name)
    {
        var built = Path.GetDirectoryName(Built(Project + ".dll"))!;
        var folder = Path.Combine(Own, "copies", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new DomainTests(folder);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Runs the tests against this domain; true where all of them pass.</summary>
    /// <param name="runMax">A domain that makes its tests hang has been noticed after so long.</param>
    public async Task<(bool Passed, string Output)> PassWith(byte[] domain, TimeSpan runMax, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, DomainSource.Name + ".dll"), domain, cancellation);
        var start = new ProcessStartInfo(DotNet, [Path.Combine(folder, Project + ".dll"), "-noLogo", "-noColor", "-stopOnFail", "-trait-", "set=long"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["SCCA_SEED"] = Seed, ["SCCA_RUNS"] = null, ["SCCA_GOLDEN"] = null },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The tests do not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(runMax);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode == 0, await output + await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (false, "The tests did not end.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Own => AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);

    /// <summary>A file of the domain's tests as they were built together with this program.</summary>
    public static string Built(string file)
    {
        var built = Repository.At("Tests", Project, "bin", Path.GetFileName(Path.GetDirectoryName(Own)!), Path.GetFileName(Own), file);
        return File.Exists(built) ? built : throw new InvalidOperationException($"{Repository.Relative(built)} was not built.");
    }

    /// <summary>The host that runs this very program: …/shared/Microsoft.NETCore.App/10.0.x/ lies three folders below it.</summary>
    public static string DotNet => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
