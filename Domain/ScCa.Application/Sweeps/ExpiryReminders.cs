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

/// <summary>
/// Reminds of an expiry 60, 30 and 7 days ahead and once it has come, each once per generation, and not at all once a renewal is granted (C10). A sweep that
/// was missed for days sends only the nearest reminder, not all that were missed.
/// </summary>
public sealed class ExpiryReminders(Reminders reminders, CommandExecutor executor, DueIndexReader due, IReactionCheckpoints checkpoints) : ISweep
{
    private static readonly ImmutableArray<int> DaysAhead = [60, 30, 7];

    public string Name => "expiry-reminders";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var today = Shanghai.DateOf(asOf);
        var span = await reminders.DaysSince(Name, today, cancellation).ConfigureAwait(false);
        var sent = 0;
        foreach (var ahead in DaysAhead)
        {
            // Whose notAfter has come within this distance since the last sweep.
            foreach (var row in await due.ExpiringBetween(today.PlusDays(ahead - span + 1), today.PlusDays(ahead), cancellation).ConfigureAwait(false))
                sent += await Remind(row, today, ahead, cancellation).ConfigureAwait(false) ? 1 : 0;
        }

        await checkpoints.Save(Name, Reminders.DayNumber(today), cancellation).ConfigureAwait(false);
        return sent;
    }

    private async Task<bool> Remind(ExpiryRow row, LocalDate today, int ahead, CancellationToken cancellation)
    {
        var left = Period.DaysBetween(today, row.NotAfter);
        // A nearer reminder is due as well, and says more.
        if (left < 0 || DaysAhead.Any(nearer => nearer < ahead && left <= nearer))
            return false;
        if (await executor.State<Certificate>(row.Certificate, cancellation).ConfigureAwait(false) is not IssuedCertificate certificate
            || certificate.CurrentGeneration != row.Generation
            || certificate.Grant is { } grant && today <= grant.NotAfter)
        {
            return false;
        }

        return await reminders.Send(
            $"{row.Certificate}-expiry-{row.Generation}-{ahead}",
            certificate,
            ReminderTemplates.ExpiryAhead,
            [("notAfter", SortKeys.Of(row.NotAfter)), ("days", left.ToString(CultureInfo.InvariantCulture))],
            cancellation).ConfigureAwait(false);
    }
}
