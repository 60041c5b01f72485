using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Sweeps;

/// <summary>Moves parcels whose role account was not applied for in time to the next posting day (D2); that it is said follows from the new promise.</summary>
public sealed class ParcelSweep(ICommands commands, DueIndexReader due) : ISweep
{
    public string Name => "parcel-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var moved = 0;
        await foreach (var row in due.EveryParcel(cancellation).ConfigureAwait(false))
        {
            var postpone = new PostponeParcel(new CommandId($"{Name}:{row.Certificate}:{SortKeys.Of(today)}"), new CertificateId(row.Certificate), asOf);
            moved += await commands.Execute(postpone, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false } ? 1 : 0;
        }

        return moved;
    }
}
