using System.Collections.Immutable;
using Mono.Cecil;
using ScCa.Testing;

namespace ScCa.Architecture.Tests;

/// <summary>A text of the repository, under its path from the root.</summary>
internal sealed record TextFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsProductCode => House.IsProduct(Path) && Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The lines with their numbers, from 1.</summary>
    public IEnumerable<(int Number, string Text)> Lines => Text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (i + 1, line));
}

/// <summary>What rules look at: the built assemblies of what ships, and the repository's texts. A planted one stands in for it to try a rule out.</summary>
internal sealed record Codebase(ImmutableArray<AssemblyDefinition> Assemblies, ImmutableArray<TextFile> Files)
{
    // What no commit holds; in a linked working tree .git is a file.
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git", "bin", "obj", "data", "artifacts", "node_modules", "TestResults", ".vs", ".idea", ".vscode", "BenchmarkDotNet.Artifacts", "StrykerOutput",
    };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase) { ".png", ".ico", ".woff2", ".der", ".p12", ".pfx", ".zip", ".user" };

    private static readonly Lazy<Codebase> Real = new(Load);

    public static Codebase OfTheRepository => Real.Value;

    /// <summary>True for the repository itself, false for what is planted.</summary>
    public bool IsTheRepository => Real.IsValueCreated && ReferenceEquals(this, Real.Value);

    public IEnumerable<ProjectFile> Projects => Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => new ProjectFile(f));

    public IEnumerable<ProjectFile> ProductProjects => Projects.Where(p => House.IsProduct(p.Path));

    public AssemblyDefinition? Domain => Assemblies.FirstOrDefault(a => a.Name.Name == "ScCa.Domain");

    public TextFile? File(string path) => Files.FirstOrDefault(f => f.Path == path);

    public Codebase With(TextFile file) => this with { Files = Files.Add(file) };

    public Codebase With(AssemblyDefinition assembly) => this with { Assemblies = Assemblies.Add(assembly) };

    /// <summary>The assemblies of what other programs are built from: everything but the hosts themselves.</summary>
    public IEnumerable<AssemblyDefinition> Libraries => Assemblies.Where(a => House.RoomOf(a.Name.Name) is not { IsHost: true });

    public static Codebase Of(params ReadOnlySpan<TextFile> files) => new([], [.. files]);

    public static Codebase Of(AssemblyDefinition assembly) => new([assembly], []);

    private static Codebase Load()
    {
        var files = Walk(new DirectoryInfo(Repository.Root)).ToImmutableArray();
        var code = new Codebase([], files);
        return code with { Assemblies = [.. code.ProductProjects.Select(p => Assemble.Read(Path.Combine(AppContext.BaseDirectory, p.Assembly + ".dll")))] };
    }

    private static IEnumerable<TextFile> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(f => !Binary.Contains(f.Extension) && !NotOurs.Contains(f.Name)))
            yield return new TextFile(Repository.Relative(file.FullName), System.IO.File.ReadAllText(file.FullName));
        foreach (var file in folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Walk))
            yield return file;
    }
}
