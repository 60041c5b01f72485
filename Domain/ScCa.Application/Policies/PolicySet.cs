using System.Collections.Immutable;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Policies;

/// <summary>A version that has the form and holds together.</summary>
internal sealed record PolicyVersion(string File, PolicyFile Content, Digest Digest, bool IsPublished);

/// <summary>All versions from all sources, checked against what was published and against each other.</summary>
internal sealed record PolicySet(ImmutableArray<PolicyVersion> Versions, ImmutableArray<PolicyFault> Faults)
{
    /// <summary>Without drafts they are passed over, faulty or not: a file that is being written stops nothing.</summary>
    public static PolicySet Read(IEnumerable<PolicySource> sources, bool withDrafts)
    {
        var versions = new List<PolicyVersion>();
        var (faults, passedOver) = (new List<PolicyFault>(), new List<PolicyFault>());
        foreach (var source in sources)
        {
            var readings = source.Policies.Select(p => PolicyReading.Of(p.File, p.Json)).ToImmutableArray();
            faults.AddRange(source.Published.Faults);
            faults.AddRange(Missing(source.Published, readings));
            foreach (var reading in readings)
            {
                var published = source.Published.For(reading);
                (published is null && !withDrafts ? passedOver : faults).AddRange(reading.Faults);
                if (published is not null && published.Digest != reading.Digest)
                    faults.Add(PolicyFault.Of(reading.File, "$", "changed", ("platform", published.Platform.Value), ("version", $"{published.Version}")));
                if (reading is { Content: { } content, Digest: { } digest } && (published is not null || withDrafts))
                    versions.Add(new PolicyVersion(reading.File, content, digest, published is not null));
            }
        }

        versions = [.. versions.OrderBy(v => v.Content.Id.Value, StringComparer.Ordinal).ThenBy(v => v.Content.Version)];
        faults.AddRange(OutOfOrder(versions));
        // What is published and missing may be one that cannot be read: then its faults are the reason.
        return new PolicySet([.. versions], faults.Count == 0 ? [] : [.. faults, .. passedOver]);
    }

    // An application may have been made under it: it must stay.
    private static IEnumerable<PolicyFault> Missing(PublishedPolicies published, ImmutableArray<PolicyReading> readings)
    {
        for (var i = 0; i < published.Policies.Length; i++)
        {
            var policy = published.Policies[i];
            if (!readings.Any(r => published.For(r) == policy))
                yield return PolicyFault.Of(published.File, $"$[{i}]", "missing", ("platform", policy.Platform.Value), ("version", $"{policy.Version}"));
        }
    }

    private static IEnumerable<PolicyFault> OutOfOrder(List<PolicyVersion> versions)
    {
        foreach (var (before, after) in versions.Zip(versions.Skip(1)).Where(pair => pair.First.Content.Id == pair.Second.Content.Id))
        {
            if (before.Content.Version == after.Content.Version)
                yield return PolicyFault.Of(after.File, "$.version", "version-twice", ("version", $"{after.Content.Version}"), ("other", before.File));
            else if (before.Content.EffectiveFrom >= after.Content.EffectiveFrom)
                yield return PolicyFault.Of(after.File, "$.effectiveFrom", "too-early", ("version", $"{before.Content.Version}"), ("other", before.File));
        }
    }
}
