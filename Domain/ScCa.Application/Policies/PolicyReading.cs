using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Events;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Policies;

/// <summary>What a file with a policy came to: its identity and digest where it is JSON at all, its content where it has the form, and its faults.</summary>
internal sealed record PolicyReading(string File, string? Platform, int? Version, Digest? Digest, PolicyFile? Content, ImmutableArray<PolicyFault> Faults)
{
    public static PolicyReading Of(string file, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var (platform, version, digest) = (Text(root, "id"), Number(root, "version"), CanonicalJson.DigestOf(root));
            var (content, faults) = Checked(file, root);
            return new PolicyReading(file, platform, version, digest, content, faults);
        }
        // A text that no reader of Unicode can take is no JSON either.
        catch (Exception reason) when (reason is JsonException or InvalidOperationException)
        {
            return new PolicyReading(file, null, null, null, null, [Unreadable(file, reason)]);
        }
    }

    public static PolicyFault Unreadable(string file, Exception reason)
    {
        var json = reason as JsonException;
        // Where it is, is said by the fault itself; the library repeats it behind its own words.
        var detail = reason.Message.Split(" Path: ")[0];
        return PolicyFault.Of(file, json?.Path ?? "$", "unreadable", ("detail", detail));
    }

    private static (PolicyFile? Content, ImmutableArray<PolicyFault> Faults) Checked(string file, JsonElement root)
    {
        if (NullItems(root, "$").Select(path => PolicyFault.Of(file, path, "null-item")).ToImmutableArray() is { IsEmpty: false } nulls)
            return (null, nulls);
        try
        {
            var content = root.Deserialize<PolicyFile>(StoredJson.Options) ?? throw new JsonException("null");
            var faults = PolicyCheck.Faults(file, content);
            return (faults.IsEmpty ? content : null, faults);
        }
        catch (JsonException reason)
        {
            return (null, [Unreadable(file, reason)]);
        }
    }

    // The reader takes null for an item of any list.
    private static IEnumerable<string> NullItems(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => NullItems(m.Value, $"{path}.{m.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) =>
            item.ValueKind == JsonValueKind.Null ? [$"{path}[{i}]"] : NullItems(item, $"{path}[{i}]")),
        _ => [],
    };

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
