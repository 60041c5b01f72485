using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>Fixes an operator's drafts for good.</summary>
public static class PolicyPublication
{
    /// <summary>
    /// Adds every draft of the folder to its <c>published.json</c> and says which they were. With a fault anywhere nothing is published.
    /// </summary>
    public static PolicyReport Publish(IPolicyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var report = PolicyReport.On(folder);
        if (!report.Faults.IsEmpty)
            return report with { Versions = [] };
        var drafts = report.Versions.Where(v => !v.Published).ToImmutableArray();
        if (!drafts.IsEmpty)
            folder.Publish(With(PolicySource.Of(folder).Published, drafts).Json());
        return report with { Versions = drafts };
    }

    private static PublishedPolicies With(PublishedPolicies published, ImmutableArray<PolicyVersionReport> drafts) => published with
    {
        Policies = [.. published.Policies, .. drafts.Select(d => new PublishedPolicy(new PlatformId(d.Platform), d.Version, Domain.Certificates.Digest.Parse(d.Digest)))],
    };
}
