using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class TheApplicationTouchesNoFiles : IRule
{
    private const string Room = "ScCa.Application";

    // Readers and writers of text too: given a path, they open it.
    private static readonly ImmutableArray<string> Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemInfo",
        "System.IO.FileSystemWatcher", "System.IO.DriveInfo", "System.IO.RandomAccess", "System.IO.StreamReader", "System.IO.StreamWriter",
        "Microsoft.Win32.SafeHandles.SafeFileHandle",
    ];

    // Of a path only its text may be asked.
    private static readonly ImmutableArray<string> Members =
        ["System.IO.Path.Exists", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName"];

    public string Sentence => "The application reads and writes no files: what lies in one comes through a port.";

    public IEnumerable<Plant> Plants =>
    [
        Case("a file that is read", "static object M(string p) => System.IO.File.ReadAllBytes(p);", "static object M(string p) => System.IO.Path.GetFileName(p)!;"),
        Case("a file that is written", "static object M(string p) => new System.IO.FileStream(p, System.IO.FileMode.Create);", "static object M(byte[] b) => new System.IO.MemoryStream(b);"),
        Case("a file behind a reader", "static object M(string p) => new System.IO.StreamReader(p);", "static object M(System.IO.Stream s) => s.ReadByte();"),
        Case("a folder that is listed", "static object M(string p) => System.IO.Directory.GetFiles(p);", "static object M(string p) => p;"),
        Case("a path that is looked up", "static object M(string p) => System.IO.Path.GetFullPath(p);", "static object M(string p) => System.IO.Path.Combine(p, \"a\");"),
        new("only the application", In(Room, "static object M(string p) => System.IO.File.ReadAllBytes(p);"), In("ScCa.Gateways", "static object M(string p) => System.IO.File.ReadAllBytes(p);")),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        where assembly.Name.Name == Room
        from reference in Reference.Of(assembly)
        where Types.Contains(reference.Type.FullName) || Members.Contains(reference.What)
        select $"{reference.Where}: uses {reference.What}";

    private static Plant Case(string what, string violation, string twin) => new(what, In(Room, violation), In(Room, twin));

    private static Codebase In(string assembly, string member) => Codebase.Of(Assemble.Planted(assembly, $"public class C {{ {member} }}"));
}
