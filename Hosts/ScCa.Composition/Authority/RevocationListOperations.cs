using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Composition.Working;
using ScCa.Domain.Authorities;
using ScCa.Issuance;
using ScCa.Issuance.Revocation;

namespace ScCa.Composition.Authority;

/// <summary>A revocation list that is the newest of its kind.</summary>
/// <param name="Base">The number of the whole list that a delta changes; null where it is whole.</param>
public sealed record RevocationListShown(
    string Authority, long Number, long? Base, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, long Entries, string File);

/// <summary>What issuing came to.</summary>
public sealed record RevocationListsReport(int Issued, IReadOnlyList<RevocationListShown> Lists);

/// <summary>Issues revocation lists, for whoever runs the server.</summary>
public static class RevocationListOperations
{
    /// <summary>Issues what is due, or every list anew, and shows the newest of each kind.</summary>
    /// <exception cref="OperationRefusedException">No authority's folder is configured, it must not be used, or a worker is at work.</exception>
    /// <exception cref="StartUpRefusedException">There is no history in the data folder, or it belongs to a demonstration.</exception>
    public static async Task<RevocationListsReport> IssueRevocationLists(this IServiceProvider services, bool isForced, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetRequiredService<ScCaOptions>().AuthorityFolder is not { } authority)
            throw OperationRefusals.AuthorityFolderMissing();
        services.CheckScCaHistory();
        var folder = services.GetRequiredService<DataFolder>();
        if (folder.IsDemo)
            throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root));
        using var lease = WorkerLease.TryTake(folder.WorkerLease) ?? throw OperationRefusals.WorkerAtWork(folder.Root);
        var issuers = Refusing.Told(() => services.GetRequiredService<CertificateAuthority>().Issuers, authority.Folder);
        var publisher = services.GetRequiredService<IRevocationListPublisher>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var issued = await (isForced ? publisher.IssueNow(now, cancellation) : publisher.IssueDue(now, cancellation)).ConfigureAwait(false);
        List<RevocationListShown> lists = [];
        foreach (var name in issuers.Select(issuer => issuer.Name))
        {
            var state = await services.GetRequiredService<CommandExecutor>()
                .State<RevocationListSeries>(RevocationListId.Of(name).Value, cancellation).ConfigureAwait(false);
            foreach (var (kind, current) in new[] { (RevocationListIssuer.Whole, state.Whole), (RevocationListIssuer.Delta, state.Delta) })
            {
                if (current is not null)
                    lists.Add(Shown(name, current, services.GetRequiredService<RevocationListFolder>().PathOf(RevocationListId.Of(name, kind), current.Number)));
            }
        }

        return new(issued, lists);
    }

    private static RevocationListShown Shown(string authority, IssuedRevocationList list, string file) => new(
        authority, list.Number, list.Base, list.ThisUpdate.ToDateTimeOffset(), list.NextUpdate.ToDateTimeOffset(), list.Entries, file);
}
