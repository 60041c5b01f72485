using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;

namespace ScCa.Application.Sweeps;

/// <summary>Asks for reminders. A reminder's id is what it reminds of: asked for again, it is the same message and is not sent twice.</summary>
public sealed class Reminders(ICommands commands, SubjectStates subjects, IReactionCheckpoints checkpoints, IClock clock)
{
    private const string Actor = "reminders";

    // Longer than any distance that is reminded of: what fell due before was told by a nearer reminder, or is past.
    private const int SpanDaysMax = 90;

    private static readonly LocalDate DayZero = new(2000, 1, 1);

    public static long DayNumber(LocalDate day) => Period.DaysBetween(DayZero, day);

    /// <summary>How many days a sweep answers for: those since its last run, today included. A first run answers for today alone.</summary>
    public async Task<int> DaysSince(string sweep, LocalDate today, CancellationToken cancellation)
    {
        var last = await checkpoints.Load(sweep, cancellation).ConfigureAwait(false);
        return last == 0 ? 1 : (int)Math.Clamp(DayNumber(today) - last, 0, SpanDaysMax);
    }

    internal async Task<bool> Send(
        string id, KnownCertificate certificate, string template, ImmutableArray<(string Name, string Value)> facts, CancellationToken cancellation)
    {
        if (await subjects.WhyNotReminded(certificate, cancellation).ConfigureAwait(false) is not null)
            return false;
        var request = new RequestMessage(
            new CommandId($"remind:{id}"),
            new MessageId(id),
            certificate.Handler.Subject,
            certificate.Handler.Phone,
            template,
            facts.ToImmutableSortedDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
            clock.GetCurrentInstant());
        return await commands.Execute(request, CommandContext.System(Actor), cancellation).ConfigureAwait(false)
            is Answer<Message>.Accepted { IsRepeat: false };
    }
}
