using System.Text.Json;

namespace ScCa.Signing.Tests;

/// <summary>A small PKI with fictional names, made and checked by other implementations. Its keys are for tests alone.</summary>
internal static class Fixtures
{
    private static readonly JsonElement Root = Load();

    public static string[] KeyNames { get; } = [.. Root.GetProperty("keys").EnumerateObject().Select(k => k.Name)];

    public static byte[] File(string name) => Root.GetProperty("files").GetProperty(name).GetBytesFromBase64();

    public static (byte[] D, byte[] Point) Key(string name)
    {
        var key = Root.GetProperty("keys").GetProperty(name);
        return (Hex.Bytes(key.GetProperty("d").GetString()!), Hex.Bytes(key.GetProperty("point").GetString()!));
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("fixtures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
