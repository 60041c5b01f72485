using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Gateways.Partners;

/// <summary>Bodies as they travel; members that nothing here needs are passed over, members that come twice are not.</summary>
internal static class PartnerJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    public static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    /// <summary>Null where it is none.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options);
        }
        catch (Exception reason) when (IsNone(reason))
        {
            return null;
        }
    }

    /// <summary>Null where it is none.</summary>
    public static T? Read<T>(JsonElement element) where T : class
    {
        try
        {
            return element.Deserialize<T>(Options);
        }
        catch (Exception reason) when (IsNone(reason))
        {
            return null;
        }
    }

    // No JSON, or a text of halved surrogates. Its words are not passed on: they could name a person.
    private static bool IsNone(Exception reason) => reason is JsonException or InvalidOperationException;

    internal sealed record Failure(string? Code);
}
