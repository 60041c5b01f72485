using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class NamesCarryTheBusiness : IRule
{
    private static readonly ImmutableArray<string> EmptyEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Base", "Impl"];

    private static readonly ImmutableArray<string> EmptyNames = ["Service", "Services", "Common", "Misc", "Data", "Info", "Stuff"];

    public string Sentence => "A type is named after something of the business, never after a technique that says nothing.";

    public IEnumerable<Plant> Plants =>
    [
        .. EmptyEndings.Select(e => new Plant($"…{e}", Of($"Certificate{e}"), Of($"{e}dCertificate"))),
        new("a bare Service", Of("Service"), Of("ServicePolicy")),
        new("a word that only ends alike", Of("DataBase"), Of("Database")),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        from type in assembly.Written()
        let name = type.PlainName()
        where EmptyNames.Contains(name) || EmptyEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        select $"{type.Where()}: the name says nothing";

    private static Codebase Of(string type) => Codebase.Of(Assemble.Planted("ScCa.Domain", $"internal class {type};"));
}
