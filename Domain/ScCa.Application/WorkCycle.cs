using ScCa.Application.Intake;
using ScCa.Application.Messages;
using ScCa.Application.Reactions;
using ScCa.Application.Views;

namespace ScCa.Application;

/// <summary>
/// One round of the work that follows from what has happened: the bank's lines and the courier's news come in, views and reactions catch up until nothing moves, messages that
/// failed are tried again. Killed anywhere, the next round goes on from there. One at a time per store.
/// </summary>
public sealed class WorkCycle(BankIntake bank, ParcelIntake parcels, ViewRunner views, ReactionRunner reactions, MessageSender messages)
{
    /// <summary>Works until all is quiet; answers with how much was done.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = await bank.Run(cancellation).ConfigureAwait(false);
        done += await parcels.Run(cancellation).ConfigureAwait(false);
        done += await Settle(cancellation).ConfigureAwait(false);
        if (await messages.Retry(cancellation).ConfigureAwait(false) is var tried and > 0)
            done += tried + await Settle(cancellation).ConfigureAwait(false);
        return done;
    }

    // A reaction's command makes events that views and reactions have not seen yet.
    private async Task<int> Settle(CancellationToken cancellation)
    {
        var done = 0;
        while (true)
        {
            var moved = await views.CatchUp(cancellation).ConfigureAwait(false) + await reactions.CatchUp(cancellation).ConfigureAwait(false);
            if (moved == 0)
                return done;
            done += moved;
        }
    }
}
