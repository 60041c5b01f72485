namespace ScCa.EndToEnd.Tests.Console;

/// <summary>A folder of one test's own, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("scca-end-to-end-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Every file below with its length and last writing: what a look at it must not change.</summary>
    public static IReadOnlyList<string> Listing(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"{System.IO.Path.GetRelativePath(folder, f)} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f).Ticks}"),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
