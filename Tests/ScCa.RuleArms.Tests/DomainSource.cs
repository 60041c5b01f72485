using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ScCa.Domain;
using ScCa.Testing;

namespace ScCa.RuleArms.Tests;

/// <summary>The domain's source, compiled as its project compiles it: same identity, same resources, same friends.</summary>
internal sealed class DomainSource
{
    public const string Name = "ScCa.Domain";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location) || Path.GetFileName(p) == "NodaTime.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly ImmutableArray<ResourceDescription> resources;

    private DomainSource(CSharpCompilation compilation, ImmutableArray<ResourceDescription> resources) => (Compilation, this.resources) = (compilation, resources);

    public CSharpCompilation Compilation { get; }

    /// <summary>The domain of this repository.</summary>
    public static DomainSource Read()
    {
        var folder = Repository.At("Domain", Name);
        var built = typeof(CommandId).Assembly;
        var friends = XElement.Load(Path.Combine(folder, Name + ".csproj")).Descendants("InternalsVisibleTo").Select(f => f.Attribute("Include")!.Value);
        var assemblyInfo = $"[assembly: System.Reflection.AssemblyVersion(\"{built.GetName().Version}\")]\n"
            + string.Concat(friends.Select(f => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{f}\")]\n"));
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => !f.Path.StartsWith("bin/", StringComparison.Ordinal) && !f.Path.StartsWith("obj/", StringComparison.Ordinal))
            .OrderBy(f => f.Path, StringComparer.Ordinal);
        var source = From(
            [.. files, ("AssemblyInfo.g.cs", assemblyInfo)],
            [.. built.GetManifestResourceNames().Select(r => new ResourceDescription(r, () => built.GetManifestResourceStream(r)!, isPublic: true))]);
        return source.WithGenerated();
    }

    public static DomainSource From(IEnumerable<(string Path, string Text)> files, ImmutableArray<ResourceDescription> resources) => new(
        CSharpCompilation.Create(
            Name,
            files.Append(("ImplicitUsings.g.cs", ImplicitUsings)).Select(f => CSharpSyntaxTree.ParseText(f.Item2, Language, f.Item1)),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, deterministic: true)),
        resources);

    // What the framework's generator makes of [GeneratedRegex]; switching off an arm changes nothing in it, so it is made once.
    private DomainSource WithGenerated()
    {
        CSharpGeneratorDriver.Create([.. Generators()], parseOptions: Language).RunGeneratorsAndUpdateCompilation(Compilation, out var complete, out _);
        return new((CSharpCompilation)complete, resources);
    }

    private static ImmutableArray<ISourceGenerator> Generators()
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var version = Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*").OrderByDescending(d => Version.Parse(Path.GetFileName(d))).First();
        var generator = Path.Combine(version, "analyzers", "dotnet", "cs", "System.Text.RegularExpressions.Generator.dll");
        return new AnalyzerFileReference(generator, new FromFile()).GetGenerators(LanguageNames.CSharp);
    }

    private sealed class FromFile : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    /// <summary>The same with one file's syntax exchanged.</summary>
    public DomainSource With(SyntaxTree old, SyntaxNode root) =>
        new(Compilation.ReplaceSyntaxTree(old, old.WithRootAndOptions(root, old.Options)), resources);

    /// <summary>The same with one file more.</summary>
    public DomainSource WithFile(string path, string text) => new(Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Language, path)), resources);

    /// <summary>The assembly's bytes, or what is wrong with the source.</summary>
    public (byte[]? Image, string Errors) Emit()
    {
        var (image, errors) = Compiled();
        return (image, string.Join('\n', errors));
    }

    /// <summary>The assembly's bytes, or every error there is in the source.</summary>
    public (byte[]? Image, ImmutableArray<Diagnostic> Errors) Compiled()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image, manifestResources: resources);
        return result.Success ? (image.ToArray(), []) : (null, [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
    }
}
