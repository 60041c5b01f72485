using System.Collections.Immutable;
using System.Reflection;
using ScCa.Application.Ports;
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

    public static PolicySource Of(IPolicyFolder folder)
    {
        var policies = folder.Policies() ?? throw new PolicyInvalidException([PolicyFault.Of(folder.Name, "$", "no-folder")]);
        var (file, json) = folder.Published();
        return new PolicySource(
            [.. policies.Where(p => IsPolicy(p.File)).Select(p => (p.File, p.Json.ToArray()))], PublishedPolicies.Read(file, json?.ToArray()));
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
