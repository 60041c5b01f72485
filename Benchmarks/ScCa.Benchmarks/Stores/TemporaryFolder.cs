namespace ScCa.Benchmarks.Stores;

/// <summary>A folder that is gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("scca-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
