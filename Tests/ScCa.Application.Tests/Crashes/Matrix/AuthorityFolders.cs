using ScCa.Application.Ports;

namespace ScCa.Application.Tests.Crashes.Matrix;

/// <summary>Data folders in which the ceremony has been held already: one is made, the others are copies of it.</summary>
internal sealed class AuthorityFolders : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("scca-crash-matrix-").FullName;
    private int made;

    private string Template => Path.Combine(root, "template");

    public async Task<RealOffices> Next()
    {
        if (made++ == 0)
            await HoldCeremony();
        var folder = Path.Combine(root, $"life-{made}");
        Copy(new DirectoryInfo(Template), folder);
        return new RealOffices(folder);
    }

    public void Remove(RealOffices offices) => Directory.Delete(offices.Folder, recursive: true);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task HoldCeremony()
    {
        await using var process = new Process(null, new RealOffices(Template));
        process.Get<ISealMaker>();
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, from.UnixFileMode);
        foreach (var file in from.GetFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.GetDirectories())
            Copy(folder, Path.Combine(to, folder.Name));
    }
}
