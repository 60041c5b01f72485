using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class FilesAreNamedAfterTheirIdea : IRule
{
    public string Sentence => "A source file of what ships is named after a type in it, or after what its types' names have in common.";

    public IEnumerable<Plant> Plants =>
    [
        Case("Another.cs", "class Thing;", "class Another;"),
        Case("Helpful.cs", "record Renewal; record Revocation;", "record HelpfulRenewal; record HelpfulRevocation;"),
        Case("Certificate.Renewal.cs", "partial class Seal;", "partial class Certificate;"),
        Case("Program.cs", "class Thing;", "return 0;"),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from file in code.Files
        where file.IsProductCode
        let idea = file.Name.Split('.')[0]
        let declared = Declared(file.Text)
        // A file without any type holds top-level statements or attributes of the assembly: its name is the framework's.
        where declared.Length > 0 && !declared.Contains(idea) && !Array.TrueForAll(declared, d => d.Contains(idea, StringComparison.Ordinal) || idea.Contains(d, StringComparison.Ordinal))
        select $"{file.Path}: declares {string.Join(", ", declared)}";

    private static string[] Declared(string text) => [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .Where(n => n.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
        .Select(n => n switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax @delegate => @delegate.Identifier.Text,
            _ => null,
        }).OfType<string>()];

    private static Plant Case(string file, string violation, string twin) =>
        new(file, Codebase.Of(new TextFile($"Domain/ScCa.Domain/{file}", violation)), Codebase.Of(new TextFile($"Domain/ScCa.Domain/{file}", twin)));
}
