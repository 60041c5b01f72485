namespace ScCa.Architecture.Tests.Rules;

internal sealed class TheDomainIsImmutable : IRule
{
    public string Sentence => "Nothing in the domain can be changed once it is made: no settable property, no writable field, no array or list handed out.";

    public IEnumerable<Plant> Plants =>
    [
        Case("a setter", "public int A { get; set; }", "public int A { get; init; }"),
        Case("an internal setter", "internal int A { get; set; }", "internal int A { get; }"),
        Case("a writable field", "public int A;", "public readonly int A;"),
        Case("a hidden writable field", "private int a; int M() => a++;", "private readonly int a; int M() => a;"),
        Case("a static that changes", "private static int a; int M() => a++;", "private const int A = 1;"),
        Case("a list handed out", "public List<int> A => [];", "public System.Collections.Immutable.ImmutableArray<int> A => [];"),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        foreach (var type in code.Assemblies.Where(a => a.Name.Name == "ScCa.Domain").SelectMany(a => a.Written()))
        {
            foreach (var property in type.Properties.Where(p => p.SetMethod is { } setter && !setter.IsInitOnly()))
                yield return $"{type.Where()}: {property.Name} can be set";
            foreach (var field in type.Fields.Where(f => !f.IsInitOnly && !f.IsLiteral && !f.IsGenerated() && !type.IsEnum))
                yield return $"{type.Where()}: the field {field.Name} can be written";
            foreach (var property in type.Properties.Where(p => p.GetMethod is { IsPublic: true } && p.PropertyType.GetElementType().FullName == "System.Collections.Generic.List`1"))
                yield return $"{type.Where()}: {property.Name} hands out a list";
        }
    }

    private static Plant Case(string what, string violation, string twin) => new(what, Of(violation), Of(twin));

    private static Codebase Of(string member) => Codebase.Of(Assemble.Planted("ScCa.Domain", $"public class C {{ {member} }}"));
}
