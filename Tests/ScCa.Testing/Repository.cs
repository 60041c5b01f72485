namespace ScCa.Testing;

/// <summary>The working tree that the running tests were built from.</summary>
public static class Repository
{
    private const string Landmark = "ScCa.Core.sln";

    // A deterministic build may map source paths to this root.
    private const string MappedRoot = "/_/";

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root, from parts.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder of a source file as the compiler names it.</summary>
    public static string FolderOf(string callerFilePath)
    {
        ArgumentNullException.ThrowIfNull(callerFilePath);
        var file = callerFilePath.StartsWith(MappedRoot, StringComparison.Ordinal) ? At(callerFilePath[MappedRoot.Length..]) : callerFilePath;
        return Path.GetDirectoryName(file) ?? throw new ArgumentException("A source file lies in a folder.", nameof(callerFilePath));
    }

    /// <summary>A path as the repository's reader writes it: from the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{Landmark} is in no folder above {from}: run the tests from their build output.");
    }
}
