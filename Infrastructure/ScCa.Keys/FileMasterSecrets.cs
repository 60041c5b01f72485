using System.Globalization;

namespace ScCa.Keys;

/// <summary>
/// The versions of a master secret in one folder: <c>master.key</c> is the first, <c>master.2.key</c> the second, and so on. A version is read when it is
/// first asked for, so that one which another process has made is found. <b>Concurrency</b>: safe from any thread, but not beside <see cref="Dispose"/>.
/// </summary>
public sealed class FileMasterSecrets : IDisposable
{
    private const string Name = "master";
    private const string Extension = ".key";

    private readonly string folder;
    private readonly Lock opening = new();
    private readonly Dictionary<int, FileMasterSecret> opened = [];

    private FileMasterSecrets(string folder) => this.folder = folder;

    /// <summary>Opens the newest version, so that a key that is missing, or that others may reach, is noticed at once.</summary>
    /// <exception cref="KeyRefusedException">There is none, or it must not be used.</exception>
    public static FileMasterSecrets Open(string folder)
    {
        var secrets = new FileMasterSecrets(folder);
        secrets.Opened(VersionsIn(folder) is [.., var newest] ? newest : 1);
        return secrets;
    }

    /// <summary>Makes the first version, and with it the secret.</summary>
    /// <exception cref="KeyRefusedException">It is there already.</exception>
    public static FileMasterSecrets Create(string folder)
    {
        FileMasterSecret.Create(FileOf(folder, 1)).Dispose();
        return new FileMasterSecrets(folder);
    }

    public static bool IsIn(string folder) => VersionsIn(folder).Length > 0;

    /// <summary>The file of the newest version there is, or of the first where there is none.</summary>
    public static string NewestFileIn(string folder) => FileOf(folder, VersionsIn(folder) is [.., var newest] ? newest : 1);

    /// <summary>The versions there are, in ascending order.</summary>
    public IReadOnlyList<int> Versions => VersionsIn(folder);

    /// <summary>Fills the span with the version's key for a purpose. The caller wipes it.</summary>
    /// <exception cref="KeyRefusedException">There is no such version, or it must not be used.</exception>
    public void Derive(int version, string purpose, Span<byte> key) => Opened(version).Derive(purpose, key);

    /// <summary>Makes a version; when this returns it survives a power cut. Where it is there already, it stays as it is.</summary>
    public void Make(int version)
    {
        var path = FileOf(folder, version);
        if (File.Exists(path))
            return;
        try
        {
            FileMasterSecret.Create(path).Dispose();
        }
        catch (KeyRefusedException) when (File.Exists(path))
        {
            // Another process was first: its secret is the version.
        }
    }

    /// <summary>Destroys a version: overwrites the file, then deletes it. Whatever is still sealed under it is lost.</summary>
    public void Retire(int version)
    {
        lock (opening)
        {
            if (opened.Remove(version, out var secret))
                secret.Dispose();
        }

        PrivateFile.Destroy(FileOf(folder, version));
    }

    public void Dispose()
    {
        foreach (var secret in opened.Values)
            secret.Dispose();
    }

    public override string ToString() => "(master secrets)";

    private FileMasterSecret Opened(int version)
    {
        lock (opening)
        {
            if (!opened.TryGetValue(version, out var secret))
                opened[version] = secret = FileMasterSecret.Open(FileOf(folder, version));
            return secret;
        }
    }

    private static int[] VersionsIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, Name + "*" + Extension).Select(VersionOf).OfType<int>().Order()]
        : [];

    private static int? VersionOf(string path) => Path.GetFileName(path).Split('.') switch
    {
        [Name, "key"] => 1,
        [Name, var number, "key"] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 1 => version,
        _ => null,
    };

    private static string FileOf(string folder, int version) =>
        Path.Combine(folder, version == 1 ? Name + Extension : string.Create(CultureInfo.InvariantCulture, $"{Name}.{version}{Extension}"));
}
