using System.Text.Json;

namespace ScCa.Seals.Tests;

/// <summary>Signed documents and seals with fictional names, made and checked by other implementations.</summary>
internal static class Fixtures
{
    private static readonly JsonElement Files = Load();

    public static byte[] SealedOfd => File("fix_v4.ofd");

    public static byte[] SignedOfd => File("fix_sign35275.ofd");

    public static byte[] File(string name) => Files.GetProperty(name).GetBytesFromBase64();

    private static JsonElement Load()
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("fixtures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("files").Clone();
    }
}
