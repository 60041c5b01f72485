using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;

namespace ScCa.Application.Reactions;

/// <summary>What was paid for an application that ended unfulfilled, or for a grant that ended unwritten, is sent back (A2, A3).</summary>
public sealed class RefundEndedApplications(ICommands commands, IClock clock) : IReaction
{
    public string Name => "refund-ended-applications";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        ApplicationWithdrawn e => Request(happened, e.Refunds, cancellation),
        ApplicationSuperseded e => Request(happened, e.Refunds, cancellation),
        ApplicationOvertaken e => Request(happened, e.Refunds, cancellation),
        GrantEnded e => Request(happened, e.Refunds, cancellation),
        _ => Task.CompletedTask,
    };

    // One that is already on its way back is refused and needs nothing more.
    private async Task Request(RecordedEvent happened, ImmutableArray<CountedPayment> refunds, CancellationToken cancellation)
    {
        foreach (var payment in refunds)
        {
            var request = new RequestRefund(
                new CommandId($"{Name}:{happened.Address}"), payment.Reference, RefundCause.ApplicationEnded, null, clock.GetCurrentInstant());
            await commands.Execute(request, CommandContext.System(Name) with { Causation = happened.Address }, cancellation).ConfigureAwait(false);
        }
    }
}
