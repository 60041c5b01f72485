using System.Text.Json;
using ScCa.Application.Policies;

namespace ScCa.Application.Tests.Policies;

/// <summary>An operator's folder of policies, gone when the test is.</summary>
internal sealed class PolicyFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scca-policies-");

    public string Path => folder.FullName;

    public string At(string file) => System.IO.Path.Combine(Path, file);

    public PolicyFolder With(string file, string json)
    {
        File.WriteAllText(At(file), json);
        return this;
    }

    /// <summary>Lists a text's digest as published, whatever stands in the folder.</summary>
    public PolicyFolder Published(params (string Platform, int Version, string Digest)[] versions) =>
        With("published.json", JsonSerializer.Serialize(versions.Select(v => new { platform = v.Platform, version = v.Version, digest = v.Digest })));

    public static string DigestOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.DigestOf(document.RootElement).Value;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
