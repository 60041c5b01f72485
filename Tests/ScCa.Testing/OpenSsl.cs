using System.ComponentModel;
using System.Diagnostics;

namespace ScCa.Testing;

/// <summary>The openssl command line in a temporary folder of its own. Its exit codes lie at times: read the text.</summary>
public sealed class OpenSsl : IDisposable
{
    /// <summary>What a skipped test says.</summary>
    public const string WhySkipped = "the openssl command line is not on this machine";

    /// <summary>Without it openssl signs and verifies SM2 under an empty identity.</summary>
    public const string Sm2Identity = "distid:1234567812345678";

    private static readonly Lazy<bool> Found = new(() => TryStart("version") is not null);

    public static bool IsThere => Found.Value;

    public string Folder { get; } = Directory.CreateTempSubdirectory("scca-openssl-").FullName;

    public string this[string file] => Path.Combine(Folder, file);

    public string Write(string file, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(this[file], content);
        return this[file];
    }

    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    /// <summary>Runs in the folder; standard output and errors together.</summary>
    public (int ExitCode, string Text) Run(params string[] arguments) =>
        TryStart(Folder, arguments) ?? throw new InvalidOperationException(WhySkipped);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static (int ExitCode, string Text)? TryStart(params string[] arguments) => TryStart(".", arguments);

    private static (int ExitCode, string Text)? TryStart(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            var text = output + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, text);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
