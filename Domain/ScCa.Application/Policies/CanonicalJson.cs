using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Policies;

/// <summary>JSON in the one form that is digested: members sorted by name, no blanks. What only its layout tells apart is the same.</summary>
internal static class CanonicalJson
{
    // It says which editor help a file wants, nothing about the policy.
    private const string EditorHint = "$schema";

    private static readonly JsonWriterOptions Written = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Digest DigestOf(JsonElement root) => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Write(root))));

    private static byte[] Write(JsonElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Written))
            Write(root, writer);
        return bytes.ToArray();
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(m => m.Name != EditorHint).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
