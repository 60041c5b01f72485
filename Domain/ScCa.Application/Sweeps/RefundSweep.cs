using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Application.Views;
using ScCa.Domain.Payments;

namespace ScCa.Application.Sweeps;

/// <summary>Follows refunds of scanned money that were not finished when they were asked for.</summary>
public sealed class RefundSweep(ScanRefunds refunds, RefundQueueReader queue) : ISweep
{
    public string Name => "refund-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var settled = 0;
        await foreach (var row in queue.EveryPending(cancellation).ConfigureAwait(false))
            settled += await refunds.Pursue(new BankReference(row.Reference), row.Request, CommandContext.System(Name), cancellation).ConfigureAwait(false) ? 1 : 0;
        return settled;
    }
}
