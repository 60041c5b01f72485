using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A small test project, compiled from a text against a small domain.</summary>
internal static class PlantedProject
{
    /// <summary>Where it was built.</summary>
    public static string Built(string name, string tests, byte[] domain)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) != DomainSource.Name).Select(p => MetadataReference.CreateFromFile(p));
        var built = Path.Combine(AppContext.BaseDirectory, "copies", $"{name}.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(built)!);
        using var image = File.Create(built);
        var result = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(tests)], [.. references, MetadataReference.CreateFromImage(domain)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return built;
    }
}
