using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Domain.Payments;

namespace ScCa.Application.Reactions;

/// <summary>A refund of scanned money goes out without a person; one that is not finished at once is followed by the sweep (P4).</summary>
public sealed class PayScansBack(ScanRefunds refunds) : IReaction
{
    public string Name => "pay-scans-back";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body is RefundRequested requested
        ? refunds.Pursue(requested.Reference, happened.Address, CommandContext.System(Name) with { Causation = happened.Address }, cancellation)
        : Task.CompletedTask;
}
