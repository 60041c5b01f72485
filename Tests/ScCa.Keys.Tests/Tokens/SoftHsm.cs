using System.Diagnostics;
using System.Runtime.InteropServices;
using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>
/// SoftHSM in a folder of its own. Its library lives once in the process and reads its settings when it is initialised, so tests that use it run one after
/// another (<see cref="TokenTestCollection"/>), each closing what it opened.
/// </summary>
public sealed partial class SoftHsm : IDisposable
{
    public const string AdministratorPin = "24681357";

    /// <summary>C11.</summary>
    public const string InitialPin = "12345678";

    private static readonly string? Library = new[]
    {
        "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
    }.FirstOrDefault(library => File.Exists(library) && IsInstalled("softhsm2-util"));

    private readonly TemporaryFolder folder = new();

    private int tokens;

    public SoftHsm()
    {
        if (Library is null)
            return;
        Directory.CreateDirectory(folder["tokens"]);
        File.WriteAllText(folder["softhsm2.conf"], $"directories.tokendir = {folder["tokens"]}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The framework keeps its own copy of the environment; a native library reads the process's.
        Assert.Equal(0, SetVariable("SOFTHSM2_CONF", folder["softhsm2.conf"], 1));
    }

    public static void SkipWithout() => Assert.SkipUnless(Library is not null, "softhsm2 is not installed.");

    public static string ModuleFile => Library!;

    internal static unsafe nint FunctionList
    {
        get
        {
            nint list = 0;
            var get = (delegate* unmanaged[Cdecl]<nint*, nuint>)NativeLibrary.GetExport(NativeLibrary.Load(ModuleFile), "C_GetFunctionList");
            Assert.Equal((nuint)CkRv.CKR_OK, get(&list));
            return list;
        }
    }

    /// <summary>A new token with its PINs set; its label.</summary>
    public string NewToken(string? label = null)
    {
        label ??= $"scca {Interlocked.Increment(ref tokens)}";
        Run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", AdministratorPin, "--pin", InitialPin);
        return label;
    }

    public TokenOptions Options(string label) => new() { ModuleFile = ModuleFile, Label = label, Pin = () => Password.Copy(InitialPin) };

    /// <summary>pkcs11-tool on the token, logged in as its user.</summary>
    public string Pkcs11Tool(string label, params string[] arguments) =>
        Run("pkcs11-tool", ["--module", ModuleFile, "--token-label", label, "--login", "--pin", InitialPin, .. arguments]);

    public static void SkipWithoutPkcs11Tool()
    {
        SkipWithout();
        Assert.SkipUnless(IsInstalled("pkcs11-tool"), "opensc (pkcs11-tool) is not installed.");
    }

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    public string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = folder["softhsm2.conf"];
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}{errors.Result}");
        return output;
    }

    public void Dispose() => folder.Dispose();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}

/// <summary>One token test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class TokenTestCollection : ICollectionFixture<SoftHsm>
{
    public const string Name = "tokens";
}
