using ScCa.Application.Ports;

namespace ScCa.Gateways.Policies;

/// <summary>An operator's policies as files of a folder.</summary>
public sealed class PolicyFiles(string folder) : IPolicyFolder
{
    private const string PublishedFile = "published.json";

    public string Name => folder;

    private string PublishedPath => Path.Combine(folder, PublishedFile);

    public IReadOnlyList<PolicyText>? Policies() => Directory.Exists(folder)
        ?
        [
            .. Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != PublishedFile).Order(StringComparer.Ordinal)
                .Select(file => new PolicyText(file, File.ReadAllBytes(file))),
        ]
        : null;

    public (string File, ReadOnlyMemory<byte>? Json) Published() =>
        (PublishedPath, File.Exists(PublishedPath) ? (ReadOnlyMemory<byte>?)File.ReadAllBytes(PublishedPath) : null);

    public void Publish(ReadOnlyMemory<byte> json)
    {
        var written = $"{PublishedPath}.new";
        using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
        {
            file.Write(json.Span);
            // Renamed before its content is on the disk, a power cut would leave an empty list in place of the old one.
            file.Flush(flushToDisk: true);
        }

        File.Move(written, PublishedPath, overwrite: true);
    }
}
