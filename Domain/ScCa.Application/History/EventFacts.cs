using System.Text.Json;
using System.Text.Json.Serialization;
using ScCa.Application.Events;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.History;

/// <summary>An event's facts as flat text, fit to be shown: nothing sealed, no long bytes.</summary>
internal static class EventFacts
{
    private static readonly JsonSerializerOptions Shown = CreateShown();

    public static IReadOnlyDictionary<string, string> Of(object body)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten(JsonSerializer.SerializeToElement(body, body.GetType(), Shown), "", facts);
        return facts;
    }

    private static void Flatten(JsonElement element, string path, SortedDictionary<string, string> facts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", facts);
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var item in element.EnumerateArray())
                    Flatten(item, $"{path}.{i++}", facts);
                break;
            case JsonValueKind.Null:
                break;
            default:
                facts.Add(path, element.ToString());
                break;
        }
    }

    private static JsonSerializerOptions CreateShown()
    {
        var options = new JsonSerializerOptions(StoredJson.Options);
        options.Converters.Insert(0, new Summary<SealedText>());
        options.Converters.Insert(0, new Summary<Der>());
        return options;
    }

    private sealed class Summary<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("What is shown is never read back.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
    }
}
