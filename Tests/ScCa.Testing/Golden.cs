using System.Runtime.CompilerServices;

namespace ScCa.Testing;

/// <summary>
/// Texts that are reviewed once and then must not change by accident. They lie in <c>Golden/</c> next to the test's source file. With
/// <c>SCCA_GOLDEN=accept</c> a text that differs is written, and the test still fails, so that accepting is never mistaken for passing.
/// </summary>
public static class Golden
{
    public const string AcceptVariable = "SCCA_GOLDEN";

    private const string Folder = "Golden";
    private const string Ending = ".golden.txt";

    /// <summary>Fails unless <c>Golden/{name}.golden.txt</c> holds exactly this text; line ends and a last empty line do not count.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string callerFilePath = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        var file = name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending;
        FileMatches(Path.Combine(Repository.FolderOf(callerFilePath), Folder, file), actual);
    }

    /// <summary>The same for a reviewed file at a place of its own.</summary>
    public static void FileMatches(string path, string actual) => FileMatches(path, actual, Environment.GetEnvironmentVariable(AcceptVariable) == "accept");

    /// <summary>Fails where the folder next to the test's source file holds a file that no test compares, or misses one.</summary>
    public static void HoldsExactly(IEnumerable<string> names, string subfolder = "", [CallerFilePath] string callerFilePath = "") =>
        FolderHoldsExactly(Path.Combine(Repository.FolderOf(callerFilePath), Folder, subfolder), names.Select(n => n + Ending));

    /// <summary>Fails where a folder's files are not exactly these.</summary>
    public static void FolderHoldsExactly(string folder, IEnumerable<string> files)
    {
        var expected = files.ToHashSet(StringComparer.Ordinal);
        var found = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal) : [];
        string[] problems =
        [
            .. expected.Except(found).Order(StringComparer.Ordinal).Select(f => $"- missing: {f}"),
            .. found.Except(expected).Order(StringComparer.Ordinal).Select(f => $"+ stale:   {f} (nothing is compared with it any more: delete it)"),
        ];
        if (problems.Length > 0)
            throw new TestFailedException($"{Repository.Relative(folder)} does not hold the expected files:\n{string.Join('\n', problems)}");
    }

    internal static void FileMatches(string path, string actual, bool accept)
    {
        var text = Normalised(actual);
        var expected = File.Exists(path) ? Normalised(File.ReadAllText(path)) : null;
        if (text == expected)
            return;
        var shown = Repository.Relative(path);
        if (accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            throw new TestFailedException($"{shown} was {(expected is null ? "written" : "rewritten")}: review it, then run again without {AcceptVariable}.");
        }

        var howToAccept = $"If the new text is right, run once with {AcceptVariable}=accept and review the file.";
        throw new TestFailedException(expected is null
            ? $"{shown} does not exist. {howToAccept}\nIt would hold:\n{text}"
            : $"{shown} differs (- expected, + actual). {howToAccept}\n{LineDiff.Between(expected, text)}");
    }

    private static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
