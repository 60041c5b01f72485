using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ScCa.Signing.Tests;

/// <summary>What the JIT makes of methods, as a process of its own writes it down.</summary>
internal static partial class Disassembly
{
    /// <summary>For each method: its conditional jumps and its loads at an address put together from two registers.</summary>
    public static Dictionary<string, (int Branches, int IndexedLoads)> Of(IEnumerable<string> methods, params string[] testClasses)
    {
        var folder = Directory.CreateTempSubdirectory("scca-disassembly-").FullName;
        try
        {
            var listing = Path.Combine(folder, "listing");
            var start = new ProcessStartInfo(
                Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
                [typeof(Disassembly).Assembly.Location, "-noColor", .. testClasses.SelectMany(c => (string[])["-class", c])])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["DOTNET_JitDisasm"] = string.Join(' ', methods);
            start.Environment["DOTNET_JitStdOutFile"] = listing;
            // What is compiled is compiled once, as it would be after settling.
            start.Environment["DOTNET_TieredCompilation"] = "0";
            start.Environment["DOTNET_ReadyToRun"] = "0";
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Read(File.ReadAllText(listing));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, (int Branches, int IndexedLoads)> Read(string listing) => listing
        .Split("; Assembly listing for method ", StringSplitOptions.RemoveEmptyEntries)
        .Select(text => (Name: MethodName().Match(text).Groups[1].Value, Text: text))
        .Where(method => method.Name.Length > 0)
        .GroupBy(method => method.Name, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => (group.Max(m => ConditionalJump().Count(m.Text)), group.Max(m => IndexedLoad().Count(m.Text))),
            StringComparer.Ordinal);

    [GeneratedRegex(@"^ScCa\.Signing\.([^\(\s]+)\(")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"^ +j(?!mp)[a-z]+ ", RegexOptions.Multiline)]
    private static partial Regex ConditionalJump();

    // Two registers, or one that is scaled; what is written to is no load, and an address alone is none either.
    [GeneratedRegex(@"^ +(?!lea)\w+ +[^\[\n]*,[^\[\n]*\[r\w+(?:\+\d\*r\w+|\+r[a-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex IndexedLoad();
}
