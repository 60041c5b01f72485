using System.Globalization;
using System.Text;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>A folder of its own for every demonstration: nothing that was there before is touched.</summary>
internal static class DemoFolder
{
    private const string Parent = "data";
    private const string Readme = "README.txt";

    /// <summary>The folder, made and taken; null where the wanted one has something in it already.</summary>
    public static string? Claim(string? wanted, Speech speech)
    {
        if (wanted is not null)
            return TryClaim(Path.GetFullPath(wanted), speech);
        for (var number = 1; ; number++)
        {
            var folder = Path.GetFullPath(Path.Combine(Parent, string.Create(CultureInfo.InvariantCulture, $"demo-{number:D4}")));
            if (!Directory.Exists(folder) && !File.Exists(folder) && TryClaim(folder, speech) is { } claimed)
                return claimed;
        }
    }

    private static string? TryClaim(string folder, Speech speech)
    {
        if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return null;
        Create(folder);
        try
        {
            // Of two demonstrations that begin at once, the one that makes this file has the folder.
            using var readme = new FileStream(Path.Combine(folder, Readme), FileMode.CreateNew, FileAccess.Write, FileShare.None);
            readme.Write(Encoding.UTF8.GetBytes(speech["demo.readme"]));
            return folder;
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, Readme)))
        {
            return null;
        }
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
