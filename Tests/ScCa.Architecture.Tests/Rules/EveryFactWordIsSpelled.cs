using System.Text.Json;
using Mono.Cecil;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class EveryFactWordIsSpelled : IRule
{
    public string Sentence => "Every value of an enum that a refusal shows has its word in both languages, and no word is left without its value.";

    public IEnumerable<Plant> Plants =>
    [
        new("a value without a word", Of(["Colour.Red"], Both), Of(Both, Both)),
        new("in the other language", Of(Both, ["Colour.Red"]), Of(Both, Both)),
        new("a word without a value", Of([.. Both, "Colour.Blue"], Both), Of(Both, Both)),
        new("an empty word", Of(Both, Both, word: ""), Of(Both, Both)),
        new("a value added later", Of(Both, Both, enumValues: "Red, Green, Yellow"), Of(Both, Both)),
    ];

    private static readonly string[] Both = ["Colour.Red", "Colour.Green"];

    public IEnumerable<string> Violations(Codebase code)
    {
        HashSet<string> used = [.. ShownEnums(code).SelectMany(e => e.Fields.Where(f => f.IsStatic).Select(f => $"{e.Name}.{f.Name}"))];
        foreach (var resource in RefusalCatalogue.Languages.Select(RefusalCatalogue.Words))
        {
            var words = RefusalCatalogue.Json(code, resource)?.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString(), StringComparer.Ordinal) ?? [];
            foreach (var missing in used.Where(u => !words.ContainsKey(u)))
                yield return $"{resource}: {missing} is missing";
            foreach (var stale in words.Keys.Where(w => !used.Contains(w)))
                yield return $"{resource}: {stale} is shown by no refusal";
            foreach (var empty in words.Where(w => string.IsNullOrWhiteSpace(w.Value)))
                yield return $"{resource}: {empty.Key} is empty";
        }
    }

    // Refuse spells an enum through its generic Word<T>: the type arguments of those calls are the enums that are shown.
    private static IEnumerable<TypeDefinition> ShownEnums(Codebase code) => (RefusalCatalogue.Type(code)?.Methods ?? [])
        .Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<GenericInstanceMethod>()
        .Where(m => m.Name == "Word").Select(m => m.GenericArguments[0].Resolve()).Where(t => t is { IsEnum: true }).Distinct();

    private static Codebase Of(string[] chinese, string[] english, string enumValues = "Red, Green", string word = "word") => Codebase.Of(Assemble.Planted(
        "ScCa.Domain",
        $$"""
        namespace ScCa.Domain.Refusals;
        public enum Colour { {{enumValues}} }
        public static class Refuse
        {
            public static string Faded(Colour colour) => Word(colour);
            private static string Word<T>(T value) where T : struct, Enum => value.ToString();
        }
        """,
        (RefusalCatalogue.Words("zh-CN"), JsonSerializer.Serialize(chinese.ToDictionary(c => c, _ => "词"))),
        (RefusalCatalogue.Words("en"), JsonSerializer.Serialize(english.ToDictionary(c => c, _ => word)))));
}
