using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace ScCa.Architecture.Tests;

/// <summary>Assemblies to look into: read from disk, or compiled on the spot from a planted source.</summary>
internal static class Assemble
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsForPlants).Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>Whether the assembly belongs to the runtime that every program has.</summary>
    public static bool IsFramework(string assembly) => File.Exists(Path.Combine(Framework, assembly + ".dll"));

    public static AssemblyDefinition Read(string path) => AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = Resolver() });

    /// <summary>Compiles a planted source under an assembly's name, with planted resources.</summary>
    public static AssemblyDefinition Planted(string name, string source, params IReadOnlyList<(string Name, string Text)> resources)
    {
        var bytes = Compile(name, source, [], resources);
        return AssemblyDefinition.ReadAssembly(new MemoryStream(bytes), new ReaderParameters { AssemblyResolver = Resolver() });
    }

    /// <summary>Compiles a planted source that references another planted one.</summary>
    public static AssemblyDefinition PlantedOn(string referenced, string referencedSource, string name, string source)
    {
        var reference = MetadataReference.CreateFromImage(Compile(referenced, referencedSource, [], []));
        return AssemblyDefinition.ReadAssembly(new MemoryStream(Compile(name, source, [reference], [])), new ReaderParameters { AssemblyResolver = Resolver() });
    }

    private static byte[] Compile(string name, string source, IReadOnlyList<MetadataReference> more, IReadOnlyList<(string Name, string Text)> resources)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(source)],
            [.. References, .. more],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(
            image,
            manifestResources: resources.Select(r => new ResourceDescription(r.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(r.Text)), isPublic: true)));
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException($"The planted {name} does not compile:\n{string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))}");
    }

    // Few references compile fast; our own rooms are planted, never the real ones.
    private static bool IsForPlants(string path) =>
        Path.GetDirectoryName(path) == Framework || Path.GetFileName(path) is "NodaTime.dll" or "MediatR.dll";

    private static DefaultAssemblyResolver Resolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Framework);
        return resolver;
    }
}
