using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Events;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>A version that applications may have been made under: its content is fixed for good by its digest.</summary>
internal sealed record PublishedPolicy(PlatformId Platform, int Version, Digest Digest);

/// <summary>The versions that a folder says it has published, <c>published.json</c>.</summary>
internal sealed record PublishedPolicies(string File, ImmutableArray<PublishedPolicy> Policies, ImmutableArray<PolicyFault> Faults)
{
    private static readonly JsonSerializerOptions Readable = new(StoredJson.Options) { WriteIndented = true };

    public static PublishedPolicies Read(string file, byte[]? json)
    {
        if (json is null)
            return new PublishedPolicies(file, [], []);
        try
        {
            var read = JsonSerializer.Deserialize<ImmutableArray<PublishedPolicy>>(json, StoredJson.Options);
            var faults = new PolicyFaults(file);
            PolicyCheck.Each(read, "$", (policy, path) => faults.Require(policy is not null, path, "null-item"));
            if (faults.Found.IsEmpty)
                PolicyCheck.Once(faults, read.Select(p => $"{p.Platform} {p.Version}"), "$");
            return new PublishedPolicies(file, faults.Found.IsEmpty ? read : [], faults.Found);
        }
        catch (JsonException reason)
        {
            return new PublishedPolicies(file, [], [PolicyReading.Unreadable(file, reason)]);
        }
    }

    public byte[] Json() => [.. JsonSerializer.SerializeToUtf8Bytes(Policies, Readable), (byte)'\n'];

    public PublishedPolicy? For(PolicyReading reading) => Policies.FirstOrDefault(p => p.Platform.Value == reading.Platform && p.Version == reading.Version);
}
