using System.Text.Json;

namespace ScCa.Testing.Fixtures;

/// <summary>
/// A small PKI with seals and documents, fictional names, made and checked by other implementations (GmSSL, gmsm, Bouncy Castle, ofdrw). Its keys are for tests
/// alone; everything in it is to be judged as of a time before 2033.
/// </summary>
public static class Fixtures
{
    private static readonly JsonElement Root = Load();

    public static IReadOnlyList<string> KeyNames { get; } = [.. Root.GetProperty("keys").EnumerateObject().Select(key => key.Name)];

    public static IReadOnlyList<string> FileNames { get; } = [.. Root.GetProperty("files").EnumerateObject().Select(file => file.Name)];

    public static byte[] File(string name) => Root.GetProperty("files").GetProperty(name).GetBytesFromBase64();

    public static (byte[] D, byte[] Point) Key(string name)
    {
        var key = Root.GetProperty("keys").GetProperty(name);
        return (Convert.FromHexString(key.GetProperty("d").GetString()!), Convert.FromHexString(key.GetProperty("point").GetString()!));
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("fixtures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
