using Mono.Cecil;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class MediatRStaysInItsAdapter : IRule
{
    public string Sentence => "MediatR is used in one source file of the Application, and no type that others can see shows it.";

    public IEnumerable<Plant> Plants =>
    [
        new("a second file", Files("A.cs", "B.cs"), Files("A.cs")),
        new("in a public signature", Signature("public"), Signature("internal")),
        new("as a public type's interface", Handler("public"), Handler("internal")),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        string[] users = [.. code.Files.Where(f => f.IsProductCode && f.Text.Contains("using MediatR", StringComparison.Ordinal)).Select(f => f.Path)];
        if (users.Length > 1)
            yield return $"used in {users.Length} files: {string.Join(", ", users)}";
        foreach (var (type, what) in code.Assemblies.SelectMany(a => a.Written()).Where(t => t.IsSeen()).SelectMany(Shown))
            yield return $"{type.Where()}: shows {what}";
    }

    private static IEnumerable<(TypeDefinition Type, string What)> Shown(TypeDefinition type)
    {
        IEnumerable<TypeReference?> shown =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.Fields.Where(f => f.IsSeen()).Select(f => f.FieldType),
            .. type.Methods.Where(m => m.IsSeen()).SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)),
        ];
        return shown.OfType<TypeReference>().Where(t => t.FullName.Contains("MediatR.", StringComparison.Ordinal)).Select(t => (type, t.FullName));
    }

    private static Codebase Files(params IEnumerable<string> names) =>
        Codebase.Of([.. names.Select(n => new TextFile($"Domain/ScCa.Application/{n}", "using MediatR;\n"))]);

    private static Codebase Signature(string access) =>
        Planted($"public class Thing {{ {access} void Send(List<MediatR.IRequest> request) {{ }} }}");

    private static Codebase Handler(string access) => Planted($"{access} class Thing : MediatR.IRequest {{ }}");

    private static Codebase Planted(string source) => Codebase.Of(Assemble.Planted("ScCa.Application", source));
}
