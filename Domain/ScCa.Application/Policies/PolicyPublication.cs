using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Policies;

/// <summary>Fixes an operator's drafts for good.</summary>
public static class PolicyPublication
{
    /// <summary>
    /// Adds every draft of the folder to its <c>published.json</c> and says which they were. With a fault anywhere nothing is published. The list is
    /// replaced as a whole: a crash leaves the old one or the new one.
    /// </summary>
    public static PolicyReport Publish(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var report = PolicyReport.On(folder);
        if (!report.Faults.IsEmpty)
            return report with { Versions = [] };
        var drafts = report.Versions.Where(v => !v.Published).ToImmutableArray();
        if (!drafts.IsEmpty)
            Write(PolicySource.Of(folder).Published, drafts);
        return report with { Versions = drafts };
    }

    private static void Write(PublishedPolicies published, ImmutableArray<PolicyVersionReport> drafts)
    {
        var all = published with
        {
            Policies = [.. published.Policies, .. drafts.Select(d => new PublishedPolicy(new PlatformId(d.Platform), d.Version, Domain.Certificates.Digest.Parse(d.Digest)))],
        };
        var written = $"{published.File}.new";
        using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
        {
            file.Write(all.Json());
            // Renamed before its content is on the disk, a power cut would leave an empty list in place of the old one.
            file.Flush(flushToDisk: true);
        }

        File.Move(written, published.File, overwrite: true);
    }
}
