using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Issuance.Demo;
using ScCa.Testing;

namespace ScCa.Application.Tests;

/// <summary>A demonstration authority, its ceremony held once: every test begins with a copy of its folder.</summary>
internal static class DemoFolder
{
    private const string Lock = ".lock";

    private static readonly Lazy<IReadOnlyList<(string Name, byte[] Content, UnixFileMode Mode)>> Files = new(HoldCeremony);

    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content, mode) in Files.Value)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, content);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, mode);
        }
    }

    private static List<(string, byte[], UnixFileMode)> HoldCeremony()
    {
        var folder = Directory.CreateTempSubdirectory("scca-demo-ceremony-").FullName;
        try
        {
            DemoAuthority.OpenOrCreate(folder, FakeClock.FromUtc(2026, 1, 5, 1), new Chance()).Dispose();
            return
            [
                .. Directory.EnumerateFiles(folder).Where(path => !path.EndsWith(Lock, StringComparison.Ordinal))
                    .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path), OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path))),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Chance : IRandomSource
    {
        public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
