using System.Collections.Immutable;
using ScCa.Application.Ports;
using ScCa.Application.Status;
using ScCa.Composition.Authority;
using ScCa.Domain.Certificates;

namespace ScCa.Composition.Health;

/// <summary>How a process is that answers relying parties alone.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> while nothing can be said of any certificate, or relying parties refuse what is said.</param>
/// <param name="Lag">How many positions the view of serials is behind the newest event: what lies between is read from the events themselves.</param>
/// <param name="Remarks">What a person has to see to in the authority's folder.</param>
public sealed record StatusHealth(string Status, long LastPosition, long Lag, ImmutableArray<string> Remarks);

/// <summary>Asks what every answer needs.</summary>
public sealed class StatusHealthReader(IEventStore events, IViewStore views, ICertificateStatuses statuses, AuthorityWatch watch, ScCaOptions options)
{
    private static readonly SerialsView Serials = new();

    // Nobody's: that there is none is said only where something could be said of others.
    private static readonly SerialNumber Nobodys = SerialNumber.Parse("8" + new string('0', 31));

    public async Task<StatusHealth> Read(CancellationToken cancellation)
    {
        var last = await events.LastPosition(cancellation).ConfigureAwait(false);
        var reached = await views.Checkpoint(Serials.Name, Serials.Version, cancellation).ConfigureAwait(false);
        var remarks = watch.Look();
        var isSound = options.Demo || !remarks.Any(remark => remark.IsUrgent);
        return new(
            isSound && await CanSay(cancellation).ConfigureAwait(false) ? "healthy" : "degraded", last, last - reached, [.. remarks.Select(remark => remark.ToString())]);
    }

    private async Task<bool> CanSay(CancellationToken cancellation)
    {
        try
        {
            await statuses.Find(Nobodys, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StatusesBehindException)
        {
            return false;
        }
    }
}
