using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class NoPlatformIsNamedInCode : IRule
{
    private static readonly ImmutableArray<string> Known = ["hrss", "gov-procurement", "public-resources", "pharma-procurement", "rural-property"];

    private const string Policies = "Platforms/Policies/";

    // The console's demo tells one story on one platform: there the platform is the story's data, in types named Demo….
    private const string DemoHost = "scca";
    private const string DemoType = "Demo";

    public string Sentence => "No code names a platform: a platform is a policy, that is, data, and a sixth must need no code.";

    public IEnumerable<Plant> Plants =>
    [
        new("a switch on a platform", Of("ScCa.Domain", "bool M(string p) => p switch { \"gov-procurement\" => true, _ => false };"), Of("ScCa.Domain", "bool M(string p) => p.Length > 3;")),
        new("within a longer text", Of("ScCa.Web", "string M() => \"/hall/hrss/new\";"), Of("ScCa.Web", "string M() => \"/hall/hrsss/new\";")),
        new("a constant", Of("ScCa.Application", "public const string P = \"rural-property\";"), Of("ScCa.Application", "public const string P = \"property\";")),
        new(
            "a platform that only a policy file knows",
            Of("ScCa.Web", "string M() => \"sixth-platform\";").With(new TextFile($"Domain/ScCa.Domain/{Policies}sixth-platform.1.json", "{}")),
            Of("ScCa.Web", "string M() => \"sixth-platform\";")),
        new(
            "a version of it, and not what else lies beside the policies",
            Of("ScCa.Web", "string M() => \"sixth-platform\";").With(new TextFile($"Domain/ScCa.Domain/{Policies}sixth-platform.12.json", "{}")),
            Of("ScCa.Web", "string M() => \"published\";").With(new TextFile($"Domain/ScCa.Domain/{Policies}published.json", "[]"))),
        new("a demo outside the console", Of("ScCa.Web", "string M() => \"hrss\";", "DemoStory"), Of("scca", "string M() => \"hrss\";", "DemoStory")),
        new("the console outside its demo", Of("scca", "string M() => \"hrss\";"), Of("scca", "string M() => \"hrss\";", "DemoStory")),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        var named = new Regex($@"(?<![\w-])({string.Join('|', Ids(code).Select(Regex.Escape))})(?![\w-])", RegexOptions.CultureInvariant);
        return from assembly in code.Assemblies
               from type in assembly.MainModule.GetTypes()
               where !IsDemo(type)
               from text in Texts(type)
               where named.IsMatch(text)
               select $"{type.Where()}: names a platform in \"{text}\"";
    }

    private static IEnumerable<string> Ids(Codebase code) => code.Files
        .Where(f => f.Path.Contains(Policies, StringComparison.Ordinal)).Select(f => f.Name.Split('.'))
        .Where(name => name is [_, var version, "json"] && version.All(char.IsAsciiDigit)).Select(name => name[0]).Concat(Known).Distinct();

    private static bool IsDemo(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Module.Assembly.Name.Name == DemoHost && type.Name.StartsWith(DemoType, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(TypeDefinition type) => type.Methods.Where(m => m.HasBody)
        .SelectMany(m => m.Body.Instructions).Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand)
        .Concat(type.Fields.Where(f => f.HasConstant).Select(f => f.Constant).OfType<string>());

    private static Codebase Of(string assembly, string member, string type = "C") => Codebase.Of(Assemble.Planted(assembly, $"public class {type} {{ {member} }}"));
}
