using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Console.Terminal;

/// <summary>What programs read: one document on the standard output and nothing beside it.</summary>
internal static class JsonOut
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For a terminal and for programs, never for a page: Chinese and plus signs stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write<T>(T document) => System.Console.Out.WriteLine(JsonSerializer.Serialize(document, Options));
}
