using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Sweeps;

/// <summary>Moves parcels whose role account was not applied for in time to the next posting day, and says so (D2).</summary>
public sealed class ParcelSweep(ICommands commands, DueIndexReader due, Reminders reminders) : ISweep
{
    public string Name => "parcel-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var moved = 0;
        await foreach (var row in due.EveryParcel(cancellation).ConfigureAwait(false))
        {
            var postpone = new PostponeParcel(new CommandId($"{Name}:{row.Certificate}:{SortKeys.Of(today)}"), new CertificateId(row.Certificate), asOf);
            if (await commands.Execute(postpone, CommandContext.System(Name), cancellation).ConfigureAwait(false)
                is not Answer<Certificate>.Accepted { State: KnownCertificate { Parcel: { } parcel } certificate } accepted)
            {
                continue;
            }

            var posted = SortKeys.Of(parcel.By.Date);
            await reminders.Send($"{row.Certificate}-postponed-{posted}", certificate, "parcel-postponed", [("postBy", posted)], cancellation).ConfigureAwait(false);
            moved += accepted.IsRepeat ? 0 : 1;
        }

        return moved;
    }
}
