using System.Collections.Immutable;
using System.Reflection;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>A place that policies come from, with what it says it has published.</summary>
internal sealed record PolicySource(ImmutableArray<(string File, byte[] Json)> Policies, PublishedPolicies Published)
{
    public const string PublishedFile = "published.json";

    private const string SchemaFile = "policy.schema.json";
    private const string PolicyFolder = "Platforms/Policies/";
    private const string HolidayFolder = "Platforms/Holidays/";

    public static PolicySource Shipped()
    {
        var files = Resources(PolicyFolder).ToImmutableArray();
        var published = files.Single(f => Path.GetFileName(f.File) == PublishedFile);
        return new PolicySource([.. files.Where(f => IsPolicy(f.File))], PublishedPolicies.Read(published.File, published.Json));
    }

    public static PolicySource Of(string folder)
    {
        if (!Directory.Exists(folder))
            throw new PolicyInvalidException([PolicyFault.Of(folder, "$", "no-folder")]);
        var published = Path.Combine(folder, PublishedFile);
        return new PolicySource(
            [
                .. Directory.EnumerateFiles(folder, "*.json").Where(IsPolicy).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllBytes(f))),
            ],
            PublishedPolicies.Read(published, File.Exists(published) ? File.ReadAllBytes(published) : null));
    }

    public static IEnumerable<(string File, byte[] Json)> ShippedHolidays() => Resources(HolidayFolder);

    private static bool IsPolicy(string file) => Path.GetFileName(file) is not (PublishedFile or SchemaFile);

    private static IEnumerable<(string File, byte[] Json)> Resources(string folder)
    {
        var assembly = typeof(PolicyBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            yield return (name, Bytes(assembly, name));
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
