using ScCa.Seals.Ofd.Archive;
using ScCa.Signing;

namespace ScCa.Seals.Ofd;

/// <summary>A signature that lacks nothing but its value.</summary>
public sealed class OfdPendingSignature
{
    private readonly OfdPackage package;
    private readonly Dictionary<string, byte[]> changed;
    private readonly string path;
    private readonly string signedValuePath;

    internal OfdPendingSignature(
        OfdPackage package, Dictionary<string, byte[]> changed, string path, string signedValuePath, byte[] signatureXml, string signatureId)
    {
        this.package = package;
        this.changed = changed;
        this.path = path;
        this.signedValuePath = signedValuePath;
        SignatureXml = signatureXml;
        SignatureId = signatureId;
        DigestOfSignatureXml = Sm3.HashData(signatureXml);
    }

    public string SignatureId { get; }

    public ReadOnlyMemory<byte> SignatureXml { get; }

    /// <summary>The SM3 digest that becomes dataHash in the seal signature.</summary>
    public ReadOnlyMemory<byte> DigestOfSignatureXml { get; }

    /// <summary>What becomes propertyInfo in the seal signature.</summary>
    public string PropertyInfo => OfdPath.Absolute(path);

    /// <summary>The signed package: files that did not change are copied record by record, as they were packed.</summary>
    public byte[] Complete(ReadOnlySpan<byte> signedValue)
    {
        var writer = new ZipWriter();
        foreach (var entry in package.Entries)
        {
            if (changed.TryGetValue(entry.Name, out var content))
                writer.Add(entry.Name, content);
            else
                writer.Copy(entry);
        }

        foreach (var (name, content) in changed.Where(c => package.Find(c.Key) is null).OrderBy(c => c.Key, StringComparer.Ordinal))
            writer.Add(name, content);
        writer.Add(signedValuePath, signedValue);
        return writer.ToArray();
    }
}
