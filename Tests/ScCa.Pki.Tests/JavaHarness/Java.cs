using System.ComponentModel;
using System.Diagnostics;
using ScCa.Testing;

namespace ScCa.Pki.Tests.JavaHarness;

/// <summary>Runs Harness.java, which lies beside this file, over a folder.</summary>
internal static class Java
{
    public const string WhySkipped = "java 17 or Debian's libbcprov-java, libbcpkix-java and libbcutil-java are not on this machine";

    private static readonly string[] Libraries = [.. new[] { "bcprov", "bcpkix", "bcutil" }.Select(name => $"/usr/share/java/{name}.jar")];

    // A runtime without the compiler's module cannot start from a source file.
    private static readonly Lazy<bool> Found = new(() => Libraries.All(File.Exists) && TryRun("--list-modules") is { } run && run.Output.Contains("jdk.compiler@", StringComparison.Ordinal));

    public static bool IsThere => Found.Value;

    /// <summary>The lines that it wrote.</summary>
    public static IReadOnlyList<string> Run(string folder)
    {
        var run = TryRun("-cp", string.Join(':', Libraries), Repository.At("Tests", "ScCa.Pki.Tests", "JavaHarness", "Harness.java"), folder)
            ?? throw new InvalidOperationException(WhySkipped);
        return run.ExitCode == 0 ? run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new TestFailedException($"The harness failed:\n{run.Errors}", null!);
    }

    private static (int ExitCode, string Output, string Errors)? TryRun(params string[] arguments)
    {
        var start = new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
