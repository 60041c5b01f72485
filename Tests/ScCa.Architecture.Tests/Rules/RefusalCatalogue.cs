using System.Collections.Immutable;
using System.Text.Json;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScCa.Architecture.Tests.Rules;

/// <summary>One method of Refuse: what it says its rule, its code and its facts are.</summary>
internal sealed record RefusalMethod(string Name, ImmutableArray<string> Parameters, string? Rule, string? Code, ImmutableArray<string> Facts);

/// <summary>The refusals as they are compiled, and the texts that are embedded with them.</summary>
internal static class RefusalCatalogue
{
    public const string Refuse = "ScCa.Domain.Refusals.Refuse";

    public static ImmutableArray<string> Languages { get; } = ["zh-CN", "en"];

    public static string Texts(string language) => $"Refusals/refusals.{language}.json";

    public static string Words(string language) => $"Refusals/words.{language}.json";

    public static TypeDefinition? Type(Codebase code) => code.Domain?.MainModule.GetType(Refuse);

    /// <summary>Rule, code and facts are the constants that a refusal's method loads, in this order.</summary>
    public static IEnumerable<RefusalMethod> Methods(Codebase code)
    {
        foreach (var method in Type(code)?.Methods.Where(m => m.IsPublic && m.IsStatic && !m.IsSpecialName) ?? [])
        {
            string[] texts = [.. method.Body.Instructions.Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand)];
            yield return new RefusalMethod(
                method.Name, [.. method.Parameters.Select(p => p.Name)], texts.ElementAtOrDefault(0), texts.ElementAtOrDefault(1), [.. texts.Skip(2)]);
        }
    }

    /// <summary>An embedded JSON object of the domain; null where it is missing.</summary>
    public static JsonElement? Json(Codebase code, string resource)
    {
        var embedded = code.Domain?.MainModule.Resources.OfType<EmbeddedResource>().FirstOrDefault(r => r.Name == resource);
        return embedded is null ? null : JsonDocument.Parse(embedded.GetResourceData()).RootElement;
    }
}
