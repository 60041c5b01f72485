namespace ScCa.Console.CommandLine;

/// <summary>How to call this program again from where its user stands, for texts that say what to try next.</summary>
internal static class Invocation
{
    private const string Project = "Hosts/ScCa.Console";

    public static string Name => "scca";

    /// <summary>In a checkout of the sources nothing is installed, and the program is run from its project.</summary>
    public static string FromHere(string arguments) => Directory.Exists(Project) ? $"dotnet run --project {Project} -- {arguments}" : $"{Name} {arguments}";

    /// <summary>A path as a shell takes it.</summary>
    public static string Quote(string path) => path.All(c => char.IsLetterOrDigit(c) || "/._-~\\:".Contains(c, StringComparison.Ordinal)) ? path : $"\"{path}\"";
}
