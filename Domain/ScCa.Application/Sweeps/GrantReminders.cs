using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Messages;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Sweeps;

/// <summary>Reminds of a granted renewal that is not on the key, after 7 and after 30 days, each once (C5).</summary>
public sealed class GrantReminders(Reminders reminders, CommandExecutor executor, DueIndexReader due, IReactionCheckpoints checkpoints) : ISweep
{
    private static readonly ImmutableArray<int> DaysAfter = [7, 30];

    public string Name => "grant-reminders";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var span = await reminders.DaysSince(Name, today, cancellation).ConfigureAwait(false);
        var sent = 0;
        foreach (var after in DaysAfter)
        {
            // Whose grant has become this old since the last sweep.
            foreach (var row in await due.GrantedBetween(today.PlusDays(-after - span + 1), today.PlusDays(-after), cancellation).ConfigureAwait(false))
                sent += await Remind(row, today, after, cancellation).ConfigureAwait(false) ? 1 : 0;
        }

        await checkpoints.Save(Name, Reminders.DayNumber(today), cancellation).ConfigureAwait(false);
        return sent;
    }

    private async Task<bool> Remind(GrantRow row, LocalDate today, int after, CancellationToken cancellation)
    {
        var age = Period.DaysBetween(row.GrantedOn, today);
        // A later reminder is due as well, and says more.
        if (DaysAfter.Any(later => later > after && age >= later))
            return false;
        if (await executor.State<Certificate>(row.Certificate, cancellation).ConfigureAwait(false) is not IssuedCertificate { Grant: { } grant } certificate
            || grant.Application != row.Application || today > grant.NotAfter)
        {
            return false;
        }

        return await reminders.Send(
            $"{row.Certificate}-grant-{row.Application}-{after}",
            certificate,
            ReminderTemplates.GrantWaiting,
            [("days", age.ToString(CultureInfo.InvariantCulture))],
            cancellation).ConfigureAwait(false);
    }
}
