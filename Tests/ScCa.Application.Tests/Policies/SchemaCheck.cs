using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScCa.Application.Tests.Policies;

/// <summary>As much of JSON Schema 2020-12 as the policy schema uses; a keyword beyond that is a defect, never passed over.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    /// <summary>The places that do not obey the schema, with the keyword that says so.</summary>
    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "$");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string path) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => [],
        "$ref" => Faults(Target(keyword.Value.GetString()!), value, path),
        "type" => Unless(Types(keyword.Value).Any(t => IsOf(t, value)), path, keyword),
        "enum" => Unless(keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)), path, keyword),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), path, keyword),
        "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), path, keyword),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), path, keyword),
        "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(), path, keyword),
        "uniqueItems" => Unless(value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(i => i.GetRawText()).Distinct().Count() == value.GetArrayLength(), path, keyword),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => Faults(keyword.Value, item, $"{path}[{i}]")) : [],
        "required" => value.ValueKind == JsonValueKind.Object
            ? keyword.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path}.{n.GetString()}: required")
            : [],
        "properties" => value.ValueKind == JsonValueKind.Object
            ? keyword.Value.EnumerateObject().SelectMany(p => value.TryGetProperty(p.Name, out var member) ? Faults(p.Value, member, $"{path}.{p.Name}") : [])
            : [],
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Where(m => !schema.GetProperty("properties").TryGetProperty(m.Name, out _)).Select(m => $"{path}.{m.Name}: additionalProperties")
            : [],
        "oneOf" => Unless(keyword.Value.EnumerateArray().Count(s => !Faults(s, value, path).Any()) == 1, path, keyword),
        _ => throw new NotSupportedException($"The keyword '{keyword.Name}' is not known here."),
    });

    private static IEnumerable<string> Unless(bool holds, string path, JsonProperty keyword) => holds ? [] : [$"{path}: {keyword.Name}"];

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The type '{type}' is not known here."),
    };

    private JsonElement Target(string reference) =>
        reference.Split('/') is ["#", "$defs", var name] ? root.GetProperty("$defs").GetProperty(name) : throw new NotSupportedException(reference);
}
