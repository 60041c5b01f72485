using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Composition.Authority;

/// <summary>Something about a certificate of the authority, or about a root's list, that a person has to see to: by <c>scca ca init</c> or <c>scca ca crl --root</c>.</summary>
/// <param name="Office">Such as <c>ocsp-sm2</c>.</param>
/// <param name="Remark">As <c>scca ca show</c> says it: see <see cref="OfficeShown.Remarks"/>.</param>
public sealed record AuthorityRemark(string Office, string Remark)
{
    private static readonly ImmutableArray<string> Urgent = ["not-yet-valid", "expired", "list-expired", "list-damaged", AuthorityWatch.Unreadable];

    /// <summary>Relying parties refuse something by now.</summary>
    public bool IsUrgent => Urgent.Contains(Remark);

    public override string ToString() => $"{Office}: {Remark}";
}

/// <summary>Looks into the folder of the authority that a host runs on, as <c>scca ca show</c> does: responders' certificates last a year, and nobody issues roots' lists but people.</summary>
public sealed class AuthorityWatch
{
    internal const string Unreadable = "unreadable";

    // What else is shown belongs to a ceremony, not to a host that runs: which keys are where, and what a demonstration is.
    private static readonly ImmutableArray<string> Watched =
        ["certificate-missing", "not-yet-valid", "expired", "expires-soon", "list-missing", "list-damaged", "list-expired", "list-expires-soon"];

    private readonly string? folder;

    private readonly IClock clock;

    /// <param name="folder">Null where the authority is no ceremony's folder: then there is nothing to look at.</param>
    internal AuthorityWatch(string? folder, IClock clock) => (this.folder, this.clock) = (folder, clock);

    public ImmutableArray<AuthorityRemark> Look()
    {
        if (folder is null)
            return [];
        try
        {
            return
            [
                .. AuthorityShown.Of(folder, clock.GetCurrentInstant()).Offices
                    .SelectMany(office => office.Remarks.Where(remark => Watched.Contains(remark)).Select(remark => new AuthorityRemark(office.Name, remark))),
            ];
        }
        catch (OperationRefusedException)
        {
            return [new AuthorityRemark(Path.GetFileName(folder), Unreadable)];
        }
    }
}
